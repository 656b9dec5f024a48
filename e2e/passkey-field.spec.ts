import type { BrowserContext, Page } from "@playwright/test";
import { expect, logInByForm, type Person, test } from "./fixtures";
import { countPasskeyLogins } from "./passkey-button";
import { chooseAtEmailByHand, plugInAuthenticator } from "./virtual-authenticator";

/** Opens the login with a clock of its own, where a member's passkey is offered at the email field. */
async function openOffer(page: Page, context: BrowserContext, member: Person & { id: string }) {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  const choose = await chooseAtEmailByHand(page);
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/passkey-challenge")) asked += 1;
  });
  await page.clock.install();
  await page.goto("/login");
  await page.waitForFunction(() => (window as unknown as { chosen: unknown[] }).chosen.length === 1);
  expect(asked).toBe(1);
  return { choose, asked: () => asked };
}

/** The tab is looked at again: a headless browser has all of its tabs in view. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("what the email field offers is renewed when the computer wakes up, or when its network does, and not before", async ({
  page,
  context,
  member,
}) => {
  const { choose, asked } = await openOffer(page, context, member);
  await page.clock.runFor("03:30");
  expect(asked()).toBe(1);

  // The clock has gone on, and no timer has.
  await page.clock.setSystemTime(Date.now() + 8 * 60 * 60_000);
  await page.route("**/api/passkey-challenge", (route) => route.abort("internetdisconnected"));
  await page.clock.runFor("00:10");
  await expect.poll(asked).toBe(2);
  await page.unrouteAll();
  const renewing = page.waitForResponse("**/api/passkey-challenge");
  await page.clock.runFor("00:10");
  const { challenge } = await (await renewing).json();

  const answering = page.waitForRequest((request) => "next-action" in request.headers());
  await choose(2);
  const [answer] = JSON.parse((await answering).postData() ?? "");
  expect(JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString())).toMatchObject({ challenge });
  await page.waitForURL("**/home");
  expect(await countPasskeyLogins(member.id)).toBe(1);
});

test("it works after a login and a logout in another tab, which take the browser's key away", async ({
  page,
  context,
  member,
}) => {
  const { choose, asked } = await openOffer(page, context, member);
  await comeBack(page);
  await page.clock.runFor("00:02");
  expect(asked()).toBe(1);

  const other = await context.newPage();
  await logInByForm(other, member.email);
  await other.goto("/logout/confirm");
  await other.getByRole("main").getByRole("button", { name: "Log out" }).click();
  await other.waitForURL("**/login?notice=LOGGED_OUT");
  await page.clock.runFor("00:10");
  await comeBack(page);
  await page.clock.runFor("00:01");
  await choose(2);
  await page.waitForURL("**/home");
  expect(asked()).toBe(2);
  expect(await countPasskeyLogins(member.id)).toBe(1);
});
