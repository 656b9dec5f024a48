import { readFile } from "node:fs/promises";
import { adminAtWork } from "./admin-at-work";
import { addUser, sql } from "./database";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox, shop } from "./running-shop";

test("a shopper gets no dashboard, and no hint that one exists", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  for (const path of ["/admin", "/admin/users"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("table")).toHaveCount(0);
  }
  const file = await context.request.get("/admin/users/export");
  expect([file.status(), await file.text()]).toEqual([404, ""]);
});

test("a forged role in a cookie opens nothing, because the database decides (R30)", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id, { role: "ADMIN" });
  expect((await page.goto("/admin/users"))?.status()).toBe(404);
});

test("a visitor who is not logged in is sent to the login", async ({ page }) => {
  await page.goto("/admin/users");
  await expect(page).toHaveURL(/\/login\?next=%2Fadmin%2Fusers$/);
});

for (const role of ["STAFF", "ADMIN"] as const) {
  test(`${role.toLowerCase()} lists, searches and pages users`, async ({ page, context }) => {
    const reader = newPerson();
    const id = await addUser(reader, role);
    const mark = newPerson().username;
    for (let number = 10; number < 37; number++) {
      await addUser({ username: `${mark}-${number}`, email: `${mark}-${number}@example.com`, phone: "+14155552671" });
    }
    await logInDirectly(context, id, { role });
    await page.goto("/admin/users");
    await expect(page.getByRole("table")).toBeVisible();

    await page.getByLabel("Search").fill(mark.toUpperCase());
    await page.getByRole("search").getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(new RegExp(`q=${mark.toUpperCase()}`));
    await expect(page.getByRole("row")).toHaveCount(26);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByRole("row")).toHaveCount(26);

    await page.getByLabel("Search").fill(`${mark}-nobody`);
    await page.getByRole("search").getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("No matching users")).toBeVisible();
  });
}

test("a demoted admin loses the dashboard on the next request (R30)", { tag: "@quick" }, async ({ page, context }) => {
  const id = await addUser(newPerson(), "ADMIN");
  // The database keeps the last admin.
  await addUser(newPerson(), "ADMIN");
  await logInDirectly(context, id, { role: "ADMIN" });
  expect((await page.goto("/admin/users"))?.status()).toBe(200);
  await sql(`UPDATE "User" SET "role" = 'CUSTOMER' WHERE "id" = $1`, [id]);
  expect((await page.goto("/admin/users"))?.status()).toBe(404);
});

test("unknown parameters in the URL of the user list are ignored without an error", async ({ page, context }) => {
  const id = await addUser(newPerson(), "STAFF");
  await logInDirectly(context, id, { role: "STAFF" });
  for (const query of [
    "after=x",
    "q=%00",
    "q=a&q=b",
    "before=' OR 1=1",
    "after=bmV3ZXN0",
    "role=OWNER",
    "sort=9",
    "login-to=2024-13-45",
    "registered-from=x&status=",
    `q=${"a".repeat(5_000)}`,
    "q=%25%5F",
  ]) {
    expect((await page.goto(`/admin/users?${query}`))?.status(), query).toBe(200);
  }
});

test("filters and order are in the URL, also without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  const mark = newPerson().username;
  for (const number of [1, 2, 3]) {
    const id = await addUser({
      username: `${mark}-${number}`,
      email: `${mark}-${number}@example.com`,
      phone: "+14155552671",
    });
    if (number > 1) await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [id]);
  }
  const page = await context.newPage();
  await page.goto(`${shop.url}/admin/users`);
  await page.getByLabel("Search").fill(mark);
  await page.getByLabel("Order").selectOption("Username, A to Z");
  await page.getByText("Filters").click();
  await page.getByLabel("Status").selectOption("Disabled");
  await page.getByRole("search").getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/status=disabled/);
  await expect(page.getByText("2 matching users")).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveText([`${mark}-2`, `${mark}-3`]);
  await expect(page.getByLabel("Status")).toHaveValue("disabled");
  await context.close();
});

test("an export needs a passkey, contains the listed users with hostile names as text, and is reported to the other admins", async ({
  page,
  context,
}) => {
  const other = newPerson();
  await addUser(other, "ADMIN");
  const staff = await adminAtWork(page, context, { role: "STAFF" });
  const mark = newPerson().username;
  await addUser({ username: `=${mark}`, email: `+${mark}@example.com`, phone: "+14155552671" });
  await page.goto(`/admin/users?q=${mark}`);
  const button = page.getByRole("button", { name: "Export 1 user as CSV" });
  await untilScriptsListen(button);
  const answered = page.waitForResponse("**/admin/users/export*");
  const downloading = page.waitForEvent("download");
  await button.click();
  expect((await answered).request().method()).toBe("POST");
  expect((await answered).headers()).toMatchObject({
    "cache-control": "private, no-store",
    "content-type": "text/csv; charset=utf-8",
  });
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^users-\d{4}-\d{2}-\d{2}\.csv$/);
  await expect(page.getByText("Saved, with 1 row.")).toBeVisible();
  const [heading, line, end] = (await readFile(await download.path(), "utf8")).split("\r\n");
  expect(heading).toBe('\uFEFF"id","username","email","phone","role","disabled","registered","last_login"');
  expect(line).toContain(`,"'=${mark}","'+${mark}@example.com","+14155552671","CUSTOMER",false,`);
  expect(end).toBe("");
  const events = await sql(`SELECT "details" FROM "AuditEvent" WHERE "name" = 'users_exported' AND "actorId" = $1`, [
    staff.id,
  ]);
  expect(events).toEqual([{ details: { order: "newest", isSearch: true } }]);
  const mail = await inbox.waitForMessage({ to: other.email, subject: "Users were exported" });
  expect(mail.text).toContain(staff.username);
});

test("an interrupted export shows an error, and one without a session leads to the login", async ({
  page,
  context,
}) => {
  await adminAtWork(page, context, { role: "STAFF" });
  await page.goto("/admin/users");
  const button = page.getByRole("button", { name: /^Export .* as CSV$/ });
  await untilScriptsListen(button);
  await page.route("**/admin/users/export*", (route) => route.abort());
  await button.click();
  await expect(page.getByText("The export failed after 0 rows, and nothing was saved. Try again.")).toBeVisible();
  await page.unroute("**/admin/users/export*");
  await context.clearCookies();
  await button.click();
  await expect(page).toHaveURL(/\/login\?next=/);
});

test("without confirmation by passkey an export gives no file, and the page says why", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const id = await addUser(newPerson(), "ADMIN");
  await logInDirectly(context, id, { role: "ADMIN" });
  const page = await context.newPage();
  for (const path of ["/admin/users", "/admin/audit"]) {
    await page.goto(path);
    await page.getByRole("button", { name: /^Export .*as CSV$/ }).click();
    await expect(page.getByText("Nothing was exported. Each file needs your passkey")).toBeVisible();
    await page.goto(`${path}/export`);
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  }
  expect(await sql(`SELECT 1 FROM "AuditEvent" WHERE "name" LIKE '%_exported' AND "actorId" = $1`, [id])).toEqual([]);
  await context.close();
});

test("a visitor who is not logged in gets the login instead of the export", async ({ page }) => {
  await page.goto("/admin/users/export");
  await expect(page).toHaveURL(/\/login\?next=/);
});
