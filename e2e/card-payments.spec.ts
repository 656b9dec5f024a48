import type { Page } from "@playwright/test";
import { adminAtWork } from "./admin-at-work";
import { fillBag, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { expect, logInDirectly, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";

const products: string[] = [];

async function bag(userId: string): Promise<void> {
  const product = await fillBag(userId, { quantity: 2, stock: 5 });
  products.push(product.id);
}

test.afterEach(async () => {
  await sql(`DELETE FROM "Product" WHERE "id" = ANY($1)`, [products.splice(0)]);
});

const stock = async () => {
  const [row] = await sql<{ stock: number }>(`SELECT "stock" FROM "Product" WHERE "id" = $1`, [products.at(-1)]);
  return row?.stock;
};

const pay = (page: Page) => page.getByRole("button", { name: "Pay", exact: true });
const payNow = (page: Page) => page.getByRole("button", { name: "Pay now" });

/** Fills in the checkout, mends the postal code, and orders by card. */
async function orderByCard(page: Page, { hasScripts = true } = {}): Promise<void> {
  await page.goto("/checkout");
  if (hasScripts) await untilScriptsListen(page.getByRole("button", { name: "Place order" }));
  await page.getByLabel("Name").fill("Ada Byron");
  await page.getByLabel("Street and number").fill("12 St James’s Square");
  await page.getByLabel("Postal code").fill("wrong");
  await page.getByLabel("City").fill("London");
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
  const invoice = page.getByRole("radio", { name: "Pay on invoice" });
  await expect(invoice).toBeChecked();
  await invoice.press("ArrowDown");
  const card = page.getByRole("radio", { name: "Pay by card" });
  await expect(card).toBeChecked();
  await page.getByRole("button", { name: "Place order" }).press("Enter");
  await expect(page.getByText("This is not a postal code of the country that you chose.")).toBeVisible();
  await expect(card, "a refused form keeps how the member pays").toBeChecked();
  await page.getByLabel("Postal code").fill("SW1Y 4JH");
  await page.getByRole("button", { name: "Place order" }).press("Enter");
}

const numberIn = (page: Page) => Number(/orders\/(\d+)/.exec(page.url())?.[1]);

test("a member whose card is declined pays with another, gets one mail, and staff accept the order", async ({
  page,
  context,
  member,
}) => {
  await bag(member.id);
  await logInDirectly(context, member.id);
  await orderByCard(page);
  await expect(page.getByText(`${member.email} pays`)).toBeVisible();
  await page.getByRole("button", { name: "declined" }).click();
  await expect(page.getByRole("alert")).toContainText("Your card was declined.");
  expect(await inbox.messages({ to: member.email, subject: "order" })).toEqual([]);
  await pay(page).click();
  await page.waitForURL(/\/account\/orders\/\d+\?notice=RETURNED$/);
  await expect(page.getByText("Thank you. Your payment has arrived")).toBeVisible();
  await expect(payNow(page)).toHaveCount(0);
  await expectNoViolations(page);
  const number = numberIn(page);
  await inbox.waitForMessage({ to: member.email, subject: `We have your order ${number} and your payment` });

  await adminAtWork(page, context);
  await page.goto(`/admin/orders/${number}`);
  await expect(page.getByRole("main").getByText("Card", { exact: false }).first()).toBeVisible();
  await page.getByRole("link", { name: "Accept" }).click();
  const accept = page.getByRole("button", { name: "Accept the order" });
  await untilScriptsListen(accept);
  await accept.click();
  await expect(page.getByText("Order accepted.")).toBeVisible();
});

test("a member goes back without paying, and may pay later or cancel; staff see that nothing is paid", async ({
  page,
  context,
  member,
}) => {
  await bag(member.id);
  await logInDirectly(context, member.id);
  await orderByCard(page);
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page.getByText("Nothing was paid. Your order waits")).toBeVisible();
  await expect(page.getByText("Waiting for payment")).toBeVisible();
  await expectNoViolations(page);
  await untilScriptsListen(payNow(page));
  await payNow(page).press("Enter");
  await expect(pay(page)).toBeVisible();
  const paymentPage = page.url();
  await page.getByRole("link", { name: "Back to the shop" }).click();
  const number = numberIn(page);
  expect(await stock()).toBe(3);
  await page.getByText("Cancel this order").click();
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(page.getByText("The order is cancelled.")).toBeVisible();
  expect(await stock()).toBe(5);
  await expect(async () => {
    await page.goto(paymentPage);
    await expect(page.getByText("This page has expired.")).toBeVisible({ timeout: 500 });
  }).toPass();

  await bag(member.id);
  await orderByCard(page);
  await page.getByRole("link", { name: "Back to the shop" }).click();
  const waiting = numberIn(page);
  expect(waiting).not.toBe(number);
  await adminAtWork(page, context);
  await page.goto(`/admin/orders/${waiting}`);
  await expect(page.getByText("Card, not paid yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Accept" })).toHaveCount(0);
  await expectNoViolations(page);
});

test("a member who cancels a paid order is paid back", async ({ page, context, member }) => {
  await bag(member.id);
  await logInDirectly(context, member.id);
  await orderByCard(page);
  await pay(page).click();
  await expect(page.getByText("Thank you. Your payment has arrived")).toBeVisible();
  await page.getByText("Cancel this order").click();
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(page.getByText("The order is cancelled.")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Paid back")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await stock()).toBe(5);
  await inbox.waitForMessage({ to: member.email, subject: `We have paid back your order ${numberIn(page)}` });
});

test("an order outlives an outage of Stripe, and says so", async ({ page, context, member }) => {
  await bag(member.id);
  await logInDirectly(context, member.id);
  await inbox.addFault({ preset: "stripe-down", to: member.email });
  await orderByCard(page);
  await expect(page.getByText("The payment page cannot be opened at the moment.")).toBeVisible();
  await expectNoViolations(page);
  await inbox.clearFaultsOf(member.email);
  await untilScriptsListen(payNow(page));
  await payNow(page).click();
  await pay(page).click();
  await expect(page.getByText("Thank you. Your payment has arrived")).toBeVisible();
});

test("an order that nobody pays is cancelled by Stripe's event, and the address of a payment pays nothing", async ({
  page,
  context,
  member,
}) => {
  await bag(member.id);
  await logInDirectly(context, member.id);
  await orderByCard(page);
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page.getByText("Nothing was paid.")).toBeVisible();
  const number = numberIn(page);
  await page.goto(`/account/orders/${number}?notice=RETURNED`);
  await expect(page.getByText("Stripe has not confirmed your payment yet.")).toBeVisible();
  await page.goto(`/account/orders/${number}?notice=PAID`);
  await expect(page.getByText("Your payment has arrived")).toHaveCount(0);
  await inbox.advanceClock(36 * 60_000, member.email);
  await inbox.waitForMessage({ to: member.email, subject: `Your order ${number} was not paid`, timeoutMs: 15_000 });
  await page.goto(`/account/orders/${number}`);
  await expect(page.getByRole("main").getByText("Cancelled").first()).toBeVisible();
  expect(await stock()).toBe(5);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a member orders by card, goes back, and pays", async ({ page, context, member }) => {
    await bag(member.id);
    await logInDirectly(context, member.id);
    await orderByCard(page, { hasScripts: false });
    await page.getByRole("link", { name: "Back to the shop" }).click();
    await expect(page.getByText("Nothing was paid.")).toBeVisible();
    await payNow(page).click();
    await pay(page).click();
    await expect(page.getByText("Thank you. Your payment has arrived")).toBeVisible();
  });
});
