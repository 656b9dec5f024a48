import { countSessions, sql } from "./database";
import { enterCode, expect, fromNewAddress, logInByForm, logInDirectly, test } from "./fixtures";
import { inbox } from "./running-shop";

test("a member sees where they are logged in, and logs out everywhere after a fresh code", async ({
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
  await page.getByRole("link", { name: "Where you are logged in" }).click();
  await expect(page.getByText("This browser")).toHaveCount(1);
  await expect(page.getByRole("listitem").filter({ hasText: "last seen" })).toHaveCount(2);

  const before = await inbox.latestCode(member.email);
  await page.getByRole("button", { name: "Log out everywhere" }).click();
  await page.waitForURL("**/otp/*");
  await expect(page.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
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

test("a session that was ended elsewhere confirms nothing: its open page leads to the login, and no code is sent", async ({
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

test("a login from a new browser is told by mail, and the mail's button ends that session", async ({
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
  await stranger.context().clearCookies({ name: "myshop-session" });
  const alerts = () => inbox.messages({ to: member.email, subject: "New login" });
  await expect.poll(async () => (await alerts()).length).toBe(2);
  // The browser that was reported was new again; from its second login on it is known.
  await logInByForm(stranger, member.email);
  await stranger.goto("/account");
  expect(await alerts()).toHaveLength(2);
  await context.close();
});
