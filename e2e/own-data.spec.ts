import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeKeepToken } from "@/lib/signed-link/account-links";
import { adminAtWork } from "./admin-at-work";
import {
  addUser,
  addUserPendingDeletion,
  ageChallenges,
  countSessions,
  countUsers,
  type Person,
  sql,
} from "./database";
import {
  askForCode,
  enterCode,
  expect,
  fromNewAddress,
  logInByForm,
  logInDirectly,
  newPerson,
  test,
  untilScriptsListen,
} from "./fixtures";
import { inbox, shop } from "./running-shop";
import { offerNoPasskeyAtEmail, plugInAuthenticator } from "./virtual-authenticator";

async function confirmByCode(page: Page, { email }: Person, path: string): Promise<void> {
  await page.waitForURL("**/otp/*");
  await ageChallenges(email, 2);
  await enterCode(page, await inbox.latestCode(email));
  await page.waitForURL(`**${path}`);
}

test("a member downloads the shop's data about them after re-authentication", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await page.getByRole("link", { name: "Your data" }).click();
  await page.getByRole("button", { name: "Download your data" }).click();
  await confirmByCode(page, member, "/account/data");
  await expect(page.getByText("Confirmed. For the next five minutes you can download")).toBeVisible();
  const button = page.getByRole("button", { name: "Download", exact: true });
  await untilScriptsListen(button);
  const downloading = page.waitForEvent("download");
  // As many people press all buttons.
  await button.dblclick();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(data.profile.record).toMatchObject({ username: member.username, email: member.email, phone: member.phone });
  expect(data.sessions.records).toHaveLength(1);
  expect(data.auditTrail.records.map(({ name }: { name: string }) => name)).toContain("data_exported");

  await page.reload();
  await expect(page.getByRole("button", { name: "Download your data" })).toBeVisible();
  const mail = await inbox.waitForMessage({ to: member.email, subject: "Your data was downloaded" });
  expect(mail.text).toContain("/not-me/");
});

test("the data file is only for its owner, not cached, and needs a re-authentication", async ({
  context,
  request,
  member,
}) => {
  const path = "/account/data/file";
  const [own, foreign] = [{ Origin: shop.url }, { Origin: "https://evil.example" }];
  await logInDirectly(context, member.id);
  const unproven = await context.request.post(path, { headers: own, maxRedirects: 0 });
  expect([unproven.status(), unproven.headers().location]).toEqual([303, "/account/data?notice=EXPORT_STEP_UP_NEEDED"]);
  const prove = () =>
    sql(
      `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'export-data', now() FROM "Session" WHERE "userId" = $1`,
      [member.id],
    );
  await prove();
  expect((await context.request.post(path, { headers: foreign, maxRedirects: 0 })).status()).toBe(403);
  const looked = await context.request.get(path, { maxRedirects: 0 });
  expect([looked.status(), looked.headers().location]).toEqual([303, "/account/data"]);
  const stranger = await request.post(path, { headers: own, maxRedirects: 0 });
  expect(stranger.headers().location).toContain("/login");
  const file = await context.request.post(path, { headers: own, maxRedirects: 0 });
  expect(file.status()).toBe(200);
  expect(file.headers()["cache-control"]).toBe("private, no-store");
  expect(file.headers()["content-disposition"]).toMatch(/^attachment; /);
  expect(file.headers()["content-type"]).toBe("application/json; charset=utf-8");
  expect((await context.request.post(path, { headers: own, maxRedirects: 0 })).status()).toBe(303);
});

test("a member requests deletion, keeps the account with the mailed link, and logs in as before", async ({
  page,
  context,
  browser,
  member,
}) => {
  const elsewhere = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
  await logInDirectly(elsewhere, member.id);
  await logInDirectly(context, member.id);
  await page.goto("/account/data");
  await page.getByRole("link", { name: "Delete your account" }).click();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await confirmByCode(page, member, "/account/delete");
  expect(await countSessions(member.email)).toBe(2);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account is closed and will be deleted in seven days.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
  const otherPage = await elsewhere.newPage();
  await otherPage.goto("/account");
  await expect(otherPage).toHaveURL(/\/login/);

  const mail = await inbox.waitForMessage({ to: member.email, subject: "Your account will be deleted" });
  const link = /https?:\/\/\S+\/undo-deletion\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  await otherPage.goto(link);
  await otherPage.reload();
  expect(await sql(`SELECT 1 FROM "User" WHERE "id" = $1 AND "deletionAskedAt" IS NULL`, [member.id])).toEqual([]);
  await otherPage.getByRole("button", { name: "Keep my account" }).click();
  await expect(otherPage.getByRole("heading", { name: "Your account is kept" })).toBeVisible();
  await inbox.waitForMessage({ to: member.email, subject: "Your account is kept" });
  await otherPage.getByRole("link", { name: "Log in" }).click();
  await logInByForm(otherPage, member.email);
  await otherPage.goto("/account");
  await expect(otherPage.getByRole("heading", { name: `Hello, ${member.username}` })).toBeVisible();
  await elsewhere.close();
});

test("a member with a passkey downloads and deletes with it, and no code is sent", async ({
  page,
  context,
  member,
}) => {
  await offerNoPasskeyAtEmail(page);
  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(member.id);
  await logInDirectly(context, member.id);
  await page.goto("/account/data");
  const ask = page.getByRole("button", { name: "Download your data" });
  await untilScriptsListen(ask);
  await ask.click();
  await page.getByRole("button", { name: "Download", exact: true }).waitFor();
  await page.goto("/account/delete");
  const remove = page.getByRole("button", { name: "Delete my account" });
  await untilScriptsListen(remove);
  await remove.click();
  await expect(page.getByText("Your account is closed and will be deleted in seven days.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
  expect(await sql(`SELECT 1 FROM "Challenge" WHERE "address" = $1`, [member.email])).toEqual([]);
});

test("an admin who has had a passkey can only delete the account with one: without it there is no button, and no code is sent", async ({
  page,
  context,
  browser,
}) => {
  await offerNoPasskeyAtEmail(page);
  const [{ id, username }] = [await adminAtWork(page, context), await addUser(newPerson(), "ADMIN")];
  const lost = await addUser(newPerson(), "ADMIN");
  await sql(`UPDATE "User" SET "firstPasskeyAt" = now() WHERE "id" IN ($1, $2)`, [id, lost]);
  await page.goto("/account/delete");
  await expect(page.getByText("Staff cannot confirm this with a code")).toBeVisible();
  await expect(page.getByRole("link", { name: "code by email" })).toHaveCount(0);

  const scriptless = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  await logInDirectly(scriptless, id, { role: "ADMIN" });
  const plain = await scriptless.newPage();
  await plain.goto("/account/delete");
  await plain.getByRole("button", { name: "Delete my account" }).click();
  await expect(plain.getByText("Nothing was changed. Confirm with a passkey first")).toBeVisible();
  await logInDirectly(scriptless, lost, { role: "ADMIN", isByMail: true });
  await plain.goto("/account/delete");
  await expect(plain.getByText("You have no working passkey")).toBeVisible();
  await expect(plain.getByRole("button", { name: "Delete my account" })).toHaveCount(0);
  await scriptless.close();

  const remove = page.getByRole("button", { name: "Delete my account" });
  await untilScriptsListen(remove);
  await remove.click();
  await expect(page.getByText("Your account is closed and will be deleted in seven days.")).toBeVisible();
  const [owner] = await sql<{ email: string }>(`SELECT "email" FROM "User" WHERE "username" = $1`, [username]);
  expect(await sql(`SELECT 1 FROM "Challenge" WHERE "address" = $1`, [owner?.email])).toEqual([]);
});

test("the right code of an account with a pending deletion asks whether to keep it, and creates no session", async ({
  page,
  person,
}) => {
  await addUserPendingDeletion(person);
  await askForCode(page, person.email);
  await enterCode(page, await inbox.latestCode(person.email));
  await expect(page.getByRole("heading", { name: "Keep your account?" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/undo-deletion");
  expect(await countSessions(person.email)).toBe(0);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await page.goBack();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByRole("heading", { name: "Your account is kept" })).toBeVisible();
});

test("a passkey of an account with a pending deletion asks whether to keep it, and creates no session", async ({
  page,
  context,
  person,
}) => {
  const { id } = await addUserPendingDeletion(person);
  await offerNoPasskeyAtEmail(page);
  const device = await plugInAuthenticator(context, page);
  await page.goto("/login");
  await device.holdPasskeyOf(id);
  const button = page.getByRole("button", { name: "Log in with a passkey" });
  await untilScriptsListen(button);
  await button.click();
  await expect(page.getByRole("heading", { name: "Keep your account?" })).toBeVisible();
  expect(await countSessions(person.email)).toBe(0);
});

test("downloading, deleting and keeping work without JavaScript", async ({ browser, member }) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  const confirm = async (path: string) => {
    await page.waitForURL("**/otp/*");
    await ageChallenges(member.email, 2);
    await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
    await page.getByRole("button", { name: "Verify" }).click();
    await page.waitForURL(`**${path}`);
  };
  await page.goto("/account/data");
  await page.getByRole("button", { name: "Download your data" }).click();
  await confirm("/account/data");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  expect(JSON.parse(await readFile(await (await downloading).path(), "utf8")).profile.record.id).toBe(member.id);
  await page.goto("/account/delete");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await confirm("/account/delete");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.waitForURL("**/login?notice=DELETION_ASKED");
  await askForCode(page, member.email);
  await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByRole("heading", { name: "Your account is kept" })).toBeVisible();
  expect(await countUsers(member.email)).toBe(1);
  await context.close();
});

test("the link that keeps a disabled account promises no login", async ({ page, person }) => {
  const leaving = await addUserPendingDeletion(person);
  await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [leaving.id]);
  await page.goto(`/undo-deletion/${makeKeepToken(leaving)}`);
  await expect(page.getByText("You still cannot log in to it: the shop has closed it.")).toBeVisible();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByRole("heading", { name: "Your account is kept" })).toBeVisible();
  await expect(page.getByText("This account is closed.")).toBeVisible();
  await expect(page.getByText("Log in as usual")).toHaveCount(0);
});

test("staff see a pending deletion on the user's page", async ({ page, context }) => {
  const { id } = await addUserPendingDeletion(newPerson());
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  await page.goto(`/admin/users/${id}`);
  await expect(page.getByText("Pending deletion")).toBeVisible();
});
