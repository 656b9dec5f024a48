import { adminAtWork } from "./admin-at-work";
import { addUser, sql } from "./database";
import { expect, logInByForm, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { offerNoPasskeyAtEmail, plugInAuthenticator } from "./virtual-authenticator";

test("an admin who logged in with a code by email sees no data before confirming with a passkey (R22)", async ({
  page,
  context,
  member,
}) => {
  await offerNoPasskeyAtEmail(page);
  const { id } = await adminAtWork(page, context);
  await context.clearCookies();
  const [admin] = await sql<{ email: string }>(`SELECT "email" FROM "User" WHERE "id" = $1`, [id]);
  await logInByForm(page, admin?.email ?? "");

  const wanted = `/admin/users/${member.id}`;
  for (const path of ["/admin", wanted, "/admin/users/export", "/admin/audit/export", `${wanted}/edit`]) {
    for (const headers of [{ Accept: "text/html" }, { RSC: "1" }] as Record<string, string>[]) {
      const answer = await context.request.get(path, { headers });
      expect(await answer.text(), path).not.toContain(member.email);
    }
  }
  for (const path of ["/admin/users/export", "/admin/audit/export"]) {
    const headers = { Origin: shop.url, "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await context.request.post(path, { headers, data: "", maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([
      303,
      expect.stringContaining("/admin/passkey?"),
    ]);
  }

  await page.goto(wanted);
  await expect(page.getByRole("heading", { name: "Confirm with your passkey" })).toBeVisible();
  const button = page.getByRole("button", { name: "Confirm with your passkey" });
  await untilScriptsListen(button);
  await button.click();
  await expect(page).toHaveURL(wanted);
  await expect(page.getByRole("heading", { name: member.username })).toBeVisible();
});

test("a new admin is asked to add a passkey, and opens the dashboard with it", async ({ page, context }) => {
  const person = newPerson();
  await logInDirectly(context, await addUser(person, "ADMIN"), { role: "ADMIN", isByMail: true });
  await plugInAuthenticator(context, page);
  await page.goto("/admin/users");
  await expect(page.getByRole("heading", { name: "Add a passkey to open the dashboard" })).toBeVisible();
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("One-time code").fill(await inbox.latestCode(person.email));
  await page.waitForURL(/\/account\/passkeys/);
  await untilScriptsListen(page.getByLabel("Name of the passkey"));
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.waitForURL(/notice=PASSKEY_ADDED/);
  await page.getByRole("link", { name: "Open the dashboard" }).click();
  const button = page.getByRole("button", { name: "Confirm with your passkey" });
  await untilScriptsListen(button);
  await button.click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});

test("without JavaScript the page before the dashboard says what is missing, and leads only to the dashboard", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const id = await addUser(newPerson(), "STAFF");
  await logInDirectly(context, id, { role: "STAFF" });
  await sql(`UPDATE "Session" SET "method" = 'EMAIL_CODE' WHERE "userId" = $1`, [id]);
  const page = await context.newPage();
  await page.goto("/admin/passkey?next=//evil.example");
  await page.getByRole("button", { name: "Confirm with your passkey" }).click();
  await expect(page).toHaveURL(/\/admin\/passkey\?next=%2Fadmin$/);
  expect(await page.locator("main noscript").textContent()).toContain("needs JavaScript to use a passkey");
  await context.close();
});
