import type { Page } from "@playwright/test";
import { addOrder, addProduct, addUser, fillBag, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { expect, logInByForm, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";

const products: string[] = [];

async function bag(userId: string, options: Parameters<typeof fillBag>[1] = {}) {
  const product = await fillBag(userId, options);
  products.push(product.id);
  return product;
}

test.afterEach(async () => {
  await sql(`DELETE FROM "Product" WHERE "id" = ANY($1)`, [products.splice(0)]);
});

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Name").fill("Ada Byron");
  await page.getByLabel("Street and number").fill("12 St James’s Square");
  await page.getByLabel("Postal code").fill("SW1Y 4JH");
  await page.getByLabel("City").fill("London");
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
}

const stockOf = async (product: { id: string }) => {
  const [row] = await sql<{ stock: number }>(`SELECT "stock" FROM "Product" WHERE "id" = $1`, [product.id]);
  return row?.stock;
};

const ordersOf = (userId: string) => sql(`SELECT "number" FROM "Order" WHERE "userId" = $1`, [userId]);

const placeOrder = (page: Page) => page.getByRole("button", { name: "Place order" });

test("a member mends the address, orders, reads the mail, and cancels", async ({ page, context, member }) => {
  const product = await bag(member.id, { quantity: 2, stock: 5 });
  await logInDirectly(context, member.id);
  await page.goto("/checkout");
  await untilScriptsListen(placeOrder(page));
  await placeOrder(page).click();
  await expect(page.getByText("Enter a city.")).toBeVisible();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expectNoViolations(page);
  await fillIn(page);
  await page.getByLabel("Postal code").fill("12345");
  await placeOrder(page).click();
  await expect(page.getByText("This is not a postal code of the country that you chose.")).toBeVisible();
  await expect(page.getByLabel("Postal code")).toBeFocused();
  await expect(page.getByLabel("Country")).toHaveValue("GB");
  await page.getByLabel("Postal code").fill("sw1y 4jh");
  await page.getByLabel("Note for the shop").fill("Ring twice.");
  await placeOrder(page).dblclick();

  await page.waitForURL(/\/account\/orders\/\d+\?notice=PLACED$/);
  await expect(page.getByText("Thank you. We have your order")).toBeVisible();
  for (const text of ["SW1Y 4JH", "Ring twice.", "2 × €15", "€30"])
    await expect(page.getByText(text).first()).toBeVisible();
  expect(await ordersOf(member.id)).toHaveLength(1);
  expect(await stockOf(product)).toBe(3);
  await expect
    .poll(async () => (await inbox.messages({ to: member.email })).map(({ subject }) => subject))
    .toContainEqual(expect.stringContaining("We have your order"));

  await page.getByText("Cancel this order").click();
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(page.getByText("The order is cancelled.")).toBeVisible();
  await expect(page.getByText("Cancel this order")).toHaveCount(0);
  expect(await stockOf(product)).toBe(5);
  await page.goto("/account/orders");
  await expect(page.getByRole("main").getByText("Cancelled")).toBeVisible();
});

test("a price that changed meanwhile is shown, and ordered only after another press", async ({
  page,
  context,
  member,
}) => {
  const product = await bag(member.id);
  await logInDirectly(context, member.id);
  await page.goto("/checkout");
  await untilScriptsListen(placeOrder(page));
  await fillIn(page);
  await sql(`UPDATE "Product" SET "memberPriceCents" = 1600 WHERE "id" = $1`, [product.id]);
  await placeOrder(page).click();
  await expect(page.getByText(`The price of ${product.name} was €15 and is now €16.`)).toBeVisible();
  await expect(page.locator("[data-changes]")).toBeFocused();
  await expect(page.getByText("1 × €16")).toBeVisible();
  await expectNoViolations(page);
  expect(await ordersOf(member.id)).toEqual([]);
  await placeOrder(page).click();
  await page.waitForURL("**/account/orders/*");
  await expect(page.getByText("1 × €16")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a member sees what is sold out, keeps what was typed, and orders the rest", async ({
    page,
    context,
    member,
  }) => {
    const sold = await bag(member.id, { stock: 1 });
    const scarce = await bag(member.id, { quantity: 3, stock: 3 });
    await logInDirectly(context, member.id);
    await page.goto("/checkout");
    await fillIn(page);
    await sql(`UPDATE "Product" SET "stock" = "stock" - 1 WHERE "id" = ANY($1)`, [products]);
    await placeOrder(page).click();
    await expect(page.getByText(`${sold.name} is no longer available. It stays in your bag.`)).toBeVisible();
    await expect(page.getByText(`Only 2 pieces are left of ${scarce.name}.`)).toBeVisible();
    await expect(page.getByLabel("City")).toHaveValue("London");
    await placeOrder(page).click();
    await expect(page.getByText("Thank you. We have your order")).toBeVisible();
    await expect(page.getByText("€30").first()).toBeVisible();
    const left = await sql(`SELECT "productId" FROM "BagItem" JOIN "Bag" ON "id" = "bagId" WHERE "userId" = $1`, [
      member.id,
    ]);
    expect(left).toEqual([{ productId: sold.id }]);
    await page.getByText("Cancel this order").click();
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await expect(page.getByText("The order is cancelled.")).toBeVisible();
    await page.goto("/checkout");
    await expect(page.getByText("Nothing in your bag can be ordered")).toBeVisible();
  });
});

test("a stranger at the checkout logs in and comes back to it", async ({ page, member }) => {
  await bag(member.id);
  await page.goto("/checkout");
  await expect(page).toHaveURL(/\/login\?next=%2Fcheckout$/);
  await logInByForm(page, member.email, "/login?next=/checkout");
  await page.waitForURL("**/checkout");
  await expect(page.getByRole("heading", { name: "Your order" })).toBeVisible();
});

test("an order of another member is answered as one that never was", async ({ page, context, member }) => {
  const number = await addOrder(await addUser(newPerson()), await addProduct());
  await logInDirectly(context, member.id);
  for (const path of [`/account/orders/${number}`, "/account/orders/999999999", "/account/orders/x"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByText("You have no order with this number")).toBeVisible();
  }
});
