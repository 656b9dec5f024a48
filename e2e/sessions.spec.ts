import type { Page } from "@playwright/test";
import { addSession, ageChallenges, countSessions, sql } from "./database";
import { enterCode, expect, fromNewAddress, logInByForm, logInDirectly, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";
import { plugInAuthenticator } from "./virtual-authenticator";

const othersButton = (page: Page) => page.getByRole("button", { name: "End all other sessions" });
const endButtons = (page: Page) => page.getByRole("button", { name: /^End session of/ });

async function countStepUpCodes(userId: string): Promise<number> {
  return (await sql(`SELECT 1 FROM "Challenge" WHERE "userId" = $1`, [userId])).length;
}

test("a member sees their sessions, and logs out everywhere after re-authentication (R29, R32)", async ({
  page,
  browser,
  member,
}) => {
  await logInByForm(page, member.email);
  const elsewhere = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
  await logInDirectly(elsewhere, member.id);
  const otherPage = await elsewhere.newPage();
  await otherPage.goto("/account");
  await expect(otherPage.getByText(member.email)).toBeVisible();

  await page.goto("/account");
  await page.getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByText("This browser")).toHaveCount(1);
  await expect(page.getByRole("listitem").filter({ hasText: "last seen" })).toHaveCount(2);

  const before = await inbox.latestCode(member.email);
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await page.waitForURL("**/otp/*");
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  expect(await countSessions(member.email)).toBe(2);
  const code = await inbox.latestCode(member.email);
  expect(code).not.toBe(before);
  await enterCode(page, code);
  await expect(page.getByText("Confirmed.")).toBeVisible();
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await expect(page.getByText("You are logged out here and on every other device.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);

  await otherPage.goto("/account");
  await expect(otherPage).toHaveURL(/\/login/);
  await elsewhere.close();
});

test("a session that was ended elsewhere confirms nothing: its page leads to the login, and no code is sent (R29)", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id);
  await page.goto("/account/sessions");
  const button = page.getByRole("button", { name: "Log out everywhere" });
  await expect(button).toBeVisible();
  await sql(`DELETE FROM "Session" WHERE "userId" = $1`, [member.id]);
  await button.click();
  await expect(page).toHaveURL(/\/login(\?|$)/);
  expect(await inbox.messages({ to: member.email })).toEqual([]);
});

test("logging out everywhere works without JavaScript", async ({ browser, member }) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto("/account/sessions");
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await page.waitForURL("**/otp/*");
  await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL("**/account/sessions");
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await page.waitForURL("**/login?notice=LOGGED_OUT_EVERYWHERE");
  expect(await countSessions(member.email)).toBe(0);
  await context.close();
});

test("a member with a passkey ends one other session and then all others with it, and no code is sent (R32)", async ({
  page,
  context,
  member,
}) => {
  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(member.id);
  await logInDirectly(context, member.id);
  const ended = await addSession(member.id);
  await sql(
    `UPDATE "Session" SET "method" = 'PASSKEY', "lastSeenAt" = now() - interval '1 hour'
    WHERE "sessionToken" = $1`,
    [ended],
  );
  await addSession(member.id);
  await page.goto("/account/sessions");
  const item = page.getByRole("listitem").filter({ hasText: "with a passkey" });
  await expect(item).toHaveCount(1);
  await expect(endButtons(page)).toHaveCount(2);
  await untilScriptsListen(item.getByRole("button"));
  await item.getByRole("button").click();
  await expect(page.getByText("Session ended.")).toBeVisible();
  expect(await sql(`SELECT 1 FROM "Session" WHERE "sessionToken" = $1`, [ended])).toEqual([]);
  await expect(endButtons(page)).toHaveCount(1);

  await othersButton(page).click();
  await expect(page.getByText("You are logged out everywhere except here.")).toBeVisible();
  await expect(page.getByText("This browser")).toBeVisible();
  await expect(othersButton(page)).toHaveCount(0);
  expect(await countSessions(member.email)).toBe(1);
  expect(await countStepUpCodes(member.id)).toBe(0);
});

test("a member without their passkey gets a code with one click, and ends one session with it", async ({
  page,
  context,
  member,
}) => {
  // The passkey is on the device of another page.
  const elsewhere = await context.newPage();
  await (await plugInAuthenticator(context, elsewhere)).holdPasskeyOf(member.id);
  await plugInAuthenticator(context, page);
  await logInDirectly(context, member.id);
  await addSession(member.id);
  await addSession(member.id);
  await page.goto("/account/sessions");
  await untilScriptsListen(othersButton(page));
  await othersButton(page).click();
  const problem = page.getByRole("alert").filter({ hasText: "so nothing was done" });
  await expect(problem).toBeVisible();
  expect(await countSessions(member.email)).toBe(3);
  await problem.getByRole("link", { name: "Confirm with a code by email" }).click();
  await expect(page.getByRole("link", { name: "Confirm with your passkey instead" })).toBeVisible();
  await endButtons(page).first().click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await enterCode(page, await inbox.latestCode(member.email));
  await expect(page.getByText("Confirmed.")).toBeVisible();
  await endButtons(page).first().click();
  await expect(page.getByText("Session ended.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(2);
});

test("without JavaScript a member with a passkey ends all other sessions after a code", async ({ browser, member }) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  const page = await context.newPage();
  await sql(
    `INSERT INTO "Authenticator" ("userId", "credentialID", "providerAccountId", "credentialPublicKey", "counter",
       "credentialDeviceType", "credentialBackedUp") VALUES ($1, $2, $2, 'AAAA', 0, 'multiDevice', true)`,
    [member.id, `key-of-${member.id}`],
  );
  await logInDirectly(context, member.id);
  await addSession(member.id);
  await page.goto("/account/sessions");
  expect(await page.locator("main noscript").textContent()).toContain("Without it, we send a code to your email.");
  await othersButton(page).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL("**/account/sessions");
  await othersButton(page).click();
  await expect(page.getByText("You are logged out everywhere except here.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(1);
  await context.close();
});

test("a login from a new browser is reported by email, and the email's button ends that session", async ({
  page,
  browser,
  member,
}) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
  const stranger = await context.newPage();
  await logInByForm(stranger, member.email);
  const alert = await inbox.waitForMessage({ to: member.email, subject: "New login" });
  const link = /https?:\/\/\S+\/not-me\/\S+/.exec(alert.text ?? "")?.[0] ?? "";

  await page.goto(link);
  expect(await countSessions(member.email)).toBe(1);
  await page.getByRole("button").first().click();
  await expect.poll(() => countSessions(member.email)).toBe(0);
  await stranger.goto("/account");
  await expect(stranger).toHaveURL(/\/login/);

  // Where the report came from is slowed for an hour, so this is from somewhere else.
  await context.setExtraHTTPHeaders(fromNewAddress());
  await logInByForm(stranger, member.email);
  await stranger.context().clearCookies({ name: "shop-session" });
  const alerts = () => inbox.messages({ to: member.email, subject: "New login" });
  await expect.poll(async () => (await alerts()).length).toBe(2);
  // The browser that was reported was new again; from its second login on it is known.
  await logInByForm(stranger, member.email);
  await stranger.goto("/account");
  expect(await alerts()).toHaveLength(2);
  await context.close();
});
