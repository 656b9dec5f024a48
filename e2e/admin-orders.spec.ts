import { readFileSync } from "node:fs";
import { adminAtWork } from "./admin-at-work";
import { addOrder, addProduct, addUser, proveSessions, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";

const stateOf = async (number: number) =>
  (await sql<{ state: string }>(`SELECT "state" FROM "Order" WHERE "number" = $1`, [number]))[0]?.state;

test("an admin accepts an order, marks it as sent, and the customer reads both in the language of the order", async ({
  page,
  context,
  member,
}) => {
  await adminAtWork(page, context);
  const number = await addOrder(member.id, await addProduct(), { locale: "es" });
  await page.goto("/admin/orders");
  await page.getByLabel("Search", { exact: true }).fill(String(number));
  await page.getByRole("button", { name: "Search" }).click();
  await page
    .getByRole("rowheader")
    .getByRole("link", { name: String(number) })
    .click();
  await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByText("12 St James’s Square")).toBeVisible();
  await expect(main.getByText("Ring twice.")).toBeVisible();
  await expect(main.getByText(member.email)).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("link", { name: "Accept" }).click();
  const accept = page.getByRole("button", { name: "Accept the order" });
  await untilScriptsListen(accept);
  await accept.click();
  await expect(page.getByText("Order accepted.")).toBeVisible();
  await page.getByRole("link", { name: "Mark as sent" }).click();
  const send = page.getByRole("button", { name: "Mark as sent" });
  await untilScriptsListen(send);
  await send.click();
  await expect(page.getByText("Order marked as sent.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancel the order" })).toHaveCount(0);
  await inbox.waitForMessage({ to: member.email, subject: `Hemos aceptado tu pedido ${number}` });
  await inbox.waitForMessage({ to: member.email, subject: `Tu pedido ${number} está en camino` });
});

test("an admin cancels an order: the customer reads the reason, the stock is back, and a second try is told why not", async ({
  page,
  context,
  member,
}) => {
  await adminAtWork(page, context);
  const product = await addProduct({ stock: 3 });
  const number = await addOrder(member.id, product, { state: "ACCEPTED" });
  await page.goto(`/admin/orders/${number}/cancel`);
  const cancel = page.getByRole("button", { name: "Cancel the order" });
  await untilScriptsListen(cancel);
  await page.getByLabel("Reason for the customer").fill("The glaze is cracked.");
  await cancel.click();
  await expect(page.getByText("Order cancelled, and its pieces are back")).toBeVisible();
  await expect(page.getByText("The glaze is cracked.")).toBeVisible();
  const mail = await inbox.waitForMessage({ to: member.email, subject: `Your order ${number} is cancelled` });
  expect(JSON.stringify(mail)).toContain("The glaze is cracked.");
  expect(await sql(`SELECT "stock" FROM "Product" WHERE "id" = $1`, [product.id])).toEqual([{ stock: 5 }]);

  await page.goto(`/admin/orders/${number}/accept`);
  const accept = page.getByRole("button", { name: "Accept the order" });
  await untilScriptsListen(accept);
  await accept.click();
  await expect(page.getByText("the order is in another state now")).toBeVisible();
  expect(await stateOf(number)).toBe("CANCELLED");
});

test("staff finds orders by number, email and name, filters and pages, exports, and decides nothing", async ({
  page,
  context,
  member,
}) => {
  const { id } = await adminAtWork(page, context, { role: "STAFF" });
  const family = `Q${member.username}`;
  const product = await addProduct();
  const numbers: number[] = [];
  for (let count = 0; count < 52; count++)
    numbers.push(
      await addOrder(member.id, product, { name: `=Ada ${family}`, state: count === 0 ? "SENT" : "PLACED" }),
    );
  // Two of them may share a millisecond.
  await sql(
    `UPDATE "Order" SET "placedAt" = now() - interval '1 hour' + "number" * interval '1 millisecond' WHERE "userId" = $1`,
    [member.id],
  );
  const newestFirst = numbers.toReversed().map(String);
  const found = page.getByRole("rowheader");

  await page.goto(`/admin/orders?q=${numbers[7]}`);
  await expect(found).toHaveCount(1);
  await page.goto(`/admin/orders?q=${family.toUpperCase()} ada`);
  await expect(page.getByText("52 orders")).toBeVisible();
  await expect(found).toHaveText(newestFirst.slice(0, 50));
  await page.getByRole("link", { name: "Older" }).click();
  await expect(found).toHaveText(newestFirst.slice(50));
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(found).toHaveText(newestFirst.slice(0, 50));

  await page.goto("/admin/orders");
  await page.getByLabel("Search", { exact: true }).fill(member.email);
  await page.getByLabel("State").selectOption("SENT");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(found).toHaveText([String(numbers[0])]);
  expect(page.url()).not.toContain("%40");
  await expect(page.getByLabel("Customer")).toHaveValue(member.username);

  const download = page.waitForEvent("download");
  const button = page.getByRole("button", { name: "Export as CSV" });
  await untilScriptsListen(button);
  await button.click();
  const text = readFileSync(await (await download).path(), "utf8");
  expect(text.split("\r\n")[0]).toContain("number");
  expect(text).toContain(`"'=Ada ${family}"`);
  expect(text).toContain(`"2 × ${product.name}"`);
  const [entry] = await sql<{ details: object }>(
    `SELECT "details" FROM "AuditEvent" WHERE "actorId" = $1 AND "name" = 'orders_exported'`,
    [id],
  );
  expect(entry?.details).toMatchObject({ customer: member.id, state: "SENT", isSearch: false });

  await page.goto(`/admin/orders/${numbers[0]}`);
  await expect(page.getByRole("link", { name: /Accept|Mark as sent|Cancel/ })).toHaveCount(0);
  for (const change of ["accept", "send", "cancel"])
    expect((await page.request.get(`/admin/orders/${numbers[1]}/${change}`)).status()).toBe(404);
  for (const number of ["0", "x", "99999999999", "-1"])
    expect((await page.request.get(`/admin/orders/${number}`)).status(), number).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin who has confirmed before cancels an order, after an error at the reason", async ({
    page,
    context,
    member,
  }) => {
    const admin = await addUser(newPerson(), "ADMIN");
    await logInDirectly(context, admin, { role: "ADMIN" });
    await proveSessions(admin, "administer");
    const number = await addOrder(member.id, await addProduct());
    await page.goto(`/admin/orders/${number}/cancel`);
    await page.getByLabel("Reason for the customer").fill(" ");
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await expect(page.getByText("Enter a reason. The customer will want to know.")).toBeVisible();
    await page.getByLabel("Reason for the customer").fill("Out of clay.");
    await page.getByRole("button", { name: "Cancel the order" }).click();
    await expect(page.getByText("Order cancelled")).toBeVisible();
    expect(await stateOf(number)).toBe("CANCELLED");
  });
});
