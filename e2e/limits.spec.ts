import type { Page } from "@playwright/test";
import { enterCode as sendCode } from "@/attack/client/code-request";
import { givesSession, postCallback } from "@/attack/client/shop-client";
import { countSessions, sql } from "./database";
import { askForCode, enterCode, expect, fromNewAddress, test, wrongCode } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { askForCodeWithoutBrowser, newVisitor } from "./without-browser";

test("the sixth code for one address in ten minutes is refused with a page that says when to come back (R11)", async ({
  browser,
  member,
}) => {
  test.slow();
  for (let time = 1; time <= 5; time++) await askForCodeWithoutBrowser(member.email);
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("Email").fill(member.email);
  const answered = page.waitForResponse((response) => response.url().includes("/too-many-requests"));
  await page.getByRole("button", { name: "Send code" }).click();
  const answer = await answered;
  expect(answer.status()).toBe(429);
  const seconds = Number(answer.headers()["retry-after"]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(600);
  await expect(page.getByText(/Try again in \d+ minutes?, after \d\d:\d\d UTC\./)).toBeVisible();
  await page.getByRole("link", { name: "Back to the login" }).click();
  await expect(page).toHaveURL(/\/login$/);
  await context.close();
});

test("ten wrong codes from two networks close an address for new browsers, and not for one that has logged in before (R8)", async ({
  browser,
  page,
  member,
}) => {
  test.slow();
  await askForCode(page, member.email);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
  await page.context().clearCookies({ name: "shop-session" });

  let attacker = page;
  for (let network = 1; network <= 2; network++) {
    const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
    attacker = await context.newPage();
    await askForCode(attacker, member.email);
    const code = wrongCode(await inbox.latestCode(member.email));
    for (let guess = 1; guess <= 5; guess++) {
      await enterCode(attacker, code.slice(0, 5) + guess);
      // From the fourth on the browser does some work first.
      if (guess === 5) {
        await expect(attacker.getByText("That was the fifth wrong code")).toBeVisible({ timeout: 30_000 });
        break;
      }
      // The field is empty for a moment also before the work is done, so the trail tells when a guess was compared.
      await expect.poll(() => countGuesses(attacker), { timeout: 30_000 }).toBe(guess);
      await expect(attacker.getByLabel("One-time code")).toHaveValue("");
      await expect(attacker.getByRole("button", { name: "Verify" })).toBeEnabled();
    }
  }
  await askForCode(attacker, member.email);
  await enterCode(attacker, "000000");
  await expect(attacker.getByText("There were too many attempts")).toBeVisible();

  await askForCode(page, member.email);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
  expect(await countSessions(member.email)).toBe(2);
});

test("NextAuth's callback answers a reached limit with 429 and Retry-After", async ({ member }) => {
  const visitor = newVisitor();
  const guess = async () => {
    const { challengeId } = await askForCodeWithoutBrowser(member.email, visitor);
    return () => postCallback(visitor, { challengeId, code: "000000" });
  };
  // What is left of this device's own quota, which needs no bot check.
  const login = await askForCodeWithoutBrowser(member.email, visitor);
  expect(givesSession(await sendCode(login, await inbox.latestCode(member.email)))).toBe(true);
  visitor.cookies.delete("shop-session");
  for (let request = 1; request <= 2; request++) {
    const guessAgain = await guess();
    for (let time = 1; time <= 5; time++) await guessAgain();
  }
  const answer = await (await guess())();
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(3_000);
  expect(answer.body).toMatch(/Try again in \d+ minutes/);
});

test("the page of a reached limit shows no text taken from a link", async ({ request }) => {
  for (const query of [
    "",
    "?until=abc",
    "?until=99999999999999",
    "?until=-5&back=//evil.example",
    "?back=%2Fadmin",
    "?back=constructor",
    "?back=__proto__",
    "?back=/otp/evil",
    "?back=/otp/%22%3E%3Cscript%3Eevil%3C",
    "?back=/&next=//evil.example",
  ]) {
    const answer = await request.get(`${shop.url}/too-many-requests${query}`);
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()["retry-after"])).toBeLessThanOrEqual(24 * 3_600);
    const html = await answer.text();
    expect(html).not.toContain("evil");
    expect(html).toContain('<a href="/">Go to the storefront</a>');
  }
});

/** How many guesses were compared for the request whose code page is open. */
async function countGuesses(page: Page): Promise<number> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const compared = await sql(`SELECT 1 FROM "AuditEvent" WHERE "name" = 'code_rejected' AND "challengeId" = $1`, [id]);
  return compared.length;
}
