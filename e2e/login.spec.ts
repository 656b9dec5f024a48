import type { Route } from "@playwright/test";
import { ageChallenges, countSessions } from "./database";
import { askForCode, enterCode, expect, logInByForm, test, untilScriptsListen, wrongCode } from "./fixtures";
import { inbox } from "./running-shop";

test("a member logs in with a code and lands on the premium home", async ({ page, member }) => {
  await logInByForm(page, member.email);
  await expect(page).toHaveURL(/\/home$/);
  expect(await countSessions(member.email)).toBe(1);
});

test("a login removes the key of its code request from the browser (R27)", async ({ page, context, member }) => {
  const names = async () => (await context.cookies()).map(({ name }) => name);
  await askForCode(page, member.email);
  expect(await names()).toContain("shop-challenge");
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
  expect(await names()).toContain("shop-session");
  expect(await names()).not.toContain("shop-challenge");
});

test("the code page shows the address masked, and the URL says nothing about the person", async ({ page, member }) => {
  await askForCode(page, member.email);
  await expect(page.getByText(/t•••\w@example\.com/)).toBeVisible();
  expect(await page.content()).not.toContain(member.email);
  expect(page.url()).toMatch(/\/otp\/[A-Za-z0-9_-]{22}$/);
});

test("a wrong code is refused with a sentence, and the right one still works", async ({ page, member }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  await enterCode(page, wrongCode(code));
  await expect(page.getByRole("alert").getByText("That code is wrong or has expired.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
  await enterCode(page, code);
  await page.waitForURL("**/home");
});

test("five wrong codes close the request, and a new one works", async ({ page, member }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  for (const step of [1, 2, 3, 4]) {
    await enterCode(page, wrongCode(code).slice(0, 5) + ((Number(code.at(-1)) + step) % 10));
    // From the fourth on the browser does some work first.
    await expect(page.getByLabel("One-time code")).toHaveValue("", { timeout: 30_000 });
    await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Verify" })).toBeEnabled();
  }
  const url = page.url();
  await enterCode(page, wrongCode(code));
  await expect(page.getByText("That was the fifth wrong code")).toBeVisible({ timeout: 30_000 });
  await page.goto(url);
  await expect(page.getByText("That was the fifth wrong code")).toBeVisible();
  await expect(page.getByLabel("One-time code")).toHaveCount(0);
  expect(await countSessions(member.email)).toBe(0);
  await logInByForm(page, member.email);
  await expect(page).toHaveURL(/\/home$/);
});

test("an expired request accepts no code, and says so", async ({ page, member }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  await ageChallenges(member.email, 601);
  await enterCode(page, code);
  await expect(page.getByRole("heading", { name: "This code has expired" })).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
});

test("a code that expired at Twilio is refused", async ({ page, member }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  await inbox.advanceClock(10 * 60_000, member.email);
  await enterCode(page, code);
  await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
});

test("a resend waits its time, then brings the same code again", async ({ page, member }) => {
  await askForCode(page, member.email);
  const first = await inbox.latestCode(member.email);
  await expect(page.getByRole("button", { name: "Send a new code" })).toBeDisabled();
  await ageChallenges(member.email, 31);
  await page.reload();
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByText("We are sending the code again.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a new code" })).toBeDisabled();
  await expect.poll(async () => (await inbox.messages({ to: member.email })).length).toBe(2);
  expect(await inbox.latestCode(member.email)).toBe(first);
  await enterCode(page, first);
  await page.waitForURL("**/home");
});

test("the right code is refused in another browser (R4)", async ({ page, member, browser }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  const otherContext = await browser.newContext();
  const other = await otherContext.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { name: "Enter the code where you asked for it" })).toBeVisible();
  await expect(other.getByLabel("One-time code")).toHaveCount(0);

  // A browser with a challenge of its own that puts the foreign one's id into its form.
  await askForCode(other, member.email);
  await untilScriptsListen(other.getByLabel("One-time code"));
  await other
    .locator("input[name=challengeId]")
    .first()
    .evaluate((input, id) => {
      (input as HTMLInputElement).value = id;
    }, page.url().split("/").at(-1) ?? "");
  await enterCode(other, code);
  await expect(other).toHaveURL(/\/login/);
  expect(await countSessions(member.email)).toBe(0);
  await otherContext.close();

  await enterCode(page, code);
  await page.waitForURL("**/home");
});

test("the page of a used code leads to the login", async ({ page, member }) => {
  await askForCode(page, member.email);
  const url = page.url();
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
  await page.context().clearCookies({ name: "shop-session" });
  await page.goto(url);
  await expect(page.getByText("That code has expired.")).toBeVisible();
});

test("two tabs of one browser can both wait for a code", async ({ page, member, context, person }) => {
  await askForCode(page, member.email);
  const secondTab = await context.newPage();
  await askForCode(secondTab, person.email);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
});

test("on a slow network, a code typed before the scripts loaded is sent once they load; one restored by the browser is not", async ({
  page,
  member,
}) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  const field = page.getByLabel("One-time code");
  const enterBeforeScripts = async (visit: () => Promise<unknown>, entered: string) => {
    const held: Route[] = [];
    await page.route(/_next.*\.js/, (route) => void held.push(route));
    await visit();
    await field.fill(entered);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    for (const route of held.splice(0)) await route.continue();
    await page.unroute(/_next.*\.js/);
    await untilScriptsListen(field);
  };

  await enterBeforeScripts(() => page.goto(page.url(), { waitUntil: "commit" }), wrongCode(code));
  await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();

  await enterBeforeScripts(() => page.reload({ waitUntil: "commit" }), code);
  await page.waitForTimeout(500);
  expect(await countSessions(member.email)).toBe(0);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL("**/home");
});

test("'use another email' leads back to the form", async ({ page, person }) => {
  await askForCode(page, person.email);
  await page.getByRole("link", { name: "Use another email" }).click();
  await expect(page).toHaveURL(/\/login$/);
});

test("the whole login works by keyboard alone (R45)", async ({ page, member }) => {
  await page.goto("/login");
  await page.getByLabel("Email").focus();
  await page.keyboard.type(member.email);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/otp/*");
  await expect(page.getByLabel("One-time code")).toBeFocused();
  await page.keyboard.type(await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
});
