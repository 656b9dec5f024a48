import { setTimeout } from "node:timers/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { ageChallenges, type Person } from "./database";
import { enterCode, expect, logInByForm, test } from "./fixtures";
import { countPasskeyLogins } from "./passkey-button";
import { inbox } from "./running-shop";
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

test("the passkey offer of the email field is renewed when the computer or its network wakes up, and not before", async ({
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

test("the passkey offer works after a login and a logout in another tab, which remove the browser's key", async ({
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

test("two tabs that ask at the same moment share one key, so that both offers work", async ({ page, context }) => {
  let asked = 0;
  await context.route("**/api/passkey-challenge", async (route) => {
    asked += 1;
    // The other tab has the time to ask too, if anything lets it.
    for (let waits = 0; asked === 1 && waits < 20; waits += 1) await setTimeout(100);
    await route.continue();
  });
  const keyOf = async (tab: Page) => {
    const answering = tab.waitForResponse("**/api/passkey-challenge");
    await tab.goto("/login");
    return /passkey=([^;]+)/.exec((await (await answering).headerValue("set-cookie")) ?? "")?.[1];
  };
  const [key, otherKey] = await Promise.all([keyOf(page), keyOf(await context.newPage())]);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(otherKey).toBe(key);
});

test("a late passkey answer does not remove the key of a code that was requested meanwhile", async ({
  page,
  member,
}) => {
  let isDue = false;
  await page.route("**/api/passkey-challenge", async (route) => {
    // Asked at once and answered late; the browser would send it later, with the cookies of that time.
    const answer = await fetch(route.request().url(), { method: "POST" });
    while (!isDue) await setTimeout(50);
    const cookie = answer.headers.get("set-cookie") ?? "";
    await route.fulfill({ headers: { "set-cookie": cookie }, json: await answer.json() });
  });
  const asking = page.waitForRequest("**/api/passkey-challenge");
  await page.goto("/login");
  await asking;
  await page.getByLabel("Email").fill(member.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.waitForURL("**/otp/*");
  isDue = true;
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await ageChallenges(member.email, 2);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
});
