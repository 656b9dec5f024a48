import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page, Route } from "@playwright/test";
import { findForm } from "@/attack/client/html-form";
import type { BotCheckPurpose } from "@/lib/bot-check/provider";
import { issueWaitToken } from "@/lib/bot-check/wait-token";
import { ageChallenges, countUsers, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { askForCode, enterCode, expect, newPerson, test, wrongCode } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

const working = "Running a quick check that you're not a bot. This takes a few seconds.";
const waiting = "There were too many attempts just now. Please wait one minute, then press the button again.";
/** A quick machine is refused twice within the first second, when a whole minute is left. */
const anyWait = /Please wait (?:one minute|[45]\d seconds), then press the button again\./;
const waitingOn = /Please wait [45]\d seconds, then press the button again\./;
/** What is in the solver's script and in no other. */
const solver = "PBKDF2/SHA-256";
/** What the browser asks for to start the solver beside the page. */
const workerScript = /turbopack-worker/;

test("five codes need no bot check and load no solver; for the sixth the browser solves one by itself (R19)", async ({
  page,
}) => {
  const hasSolver = watchForSolver(page);
  for (let n = 0; n < 5; n++) await askForCode(page, newPerson().email);
  expect(await hasSolver()).toBe(false);

  const { email } = newPerson();
  await sendLoginForm(page, email);
  await expect(page.getByRole("status").filter({ hasText: working })).toBeVisible();
  await page.waitForURL("**/otp/*");
  expect(await hasSolver()).toBe(true);
  expect(await countChallenges(email)).toBe(1);
});

test("a seventh code needs another bot check", async ({ page }) => {
  test.slow();
  await askForFiveCodes(page);
  for (let n = 0; n < 2; n++) {
    await sendLoginForm(page, newPerson().email);
    await expect(page.getByRole("status").filter({ hasText: working })).toBeVisible();
    await page.waitForURL("**/otp/*");
  }
});

test("the page stays usable during the bot check, and pressing the button again sends no second request", async ({
  page,
}) => {
  await askForFiveCodes(page);
  let posts = 0;
  const { email } = newPerson();
  page.on("request", (request) => {
    // The page asks for a passkey too, by itself.
    if (request.method() === "POST" && request.postData()?.includes(email)) posts += 1;
  });
  // The work takes a quick machine less than a second: it begins when all has been pressed.
  let begin = () => {};
  const pressed = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await page.route(workerScript, (route) => pressed.then(() => route.continue()));
  await sendLoginForm(page, email);
  await expect(page.getByText(working)).toBeVisible();
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Email").press("End");
  begin();
  await page.waitForURL("**/otp/*");
  expect(posts).toBe(2);
  expect(await countChallenges(email)).toBe(1);
});

test("a registration and a resend also solve their bot check by themselves", async ({ page, person }) => {
  test.slow();
  await askForFiveCodes(page);
  await page.goto(`${shop.url}/register`);
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(working)).toBeVisible();
  await page.waitForURL("**/otp/*");
  const code = await inbox.latestCode(person.email);

  await ageChallenges(person.email, 31);
  await page.reload();
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByText(working)).toBeVisible();
  await expect(page.getByText("We are sending the code again.")).toBeVisible({ timeout: 30_000 });
  await enterCode(page, code);
  await page.waitForURL("**/home");
  expect(await countUsers(person.email)).toBe(1);
});

test("the fourth wrong code needs a bot check and keeps what was typed, and the right code then logs in (R19)", async ({
  page,
  member,
}) => {
  test.slow();
  const code = await typeThreeWrongCodes(page, member.email);
  // The work takes a quick machine less than a second: it is held, so that the page can be seen meanwhile.
  let begin = () => {};
  const seen = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await page.route(workerScript, (route) => seen.then(() => route.continue()));
  await enterCode(page, code);
  await expect(page.getByRole("status").filter({ hasText: working })).toBeVisible();
  await expect(page.getByLabel("One-time code")).toHaveValue(code);
  begin();
  await page.waitForURL("**/home", { timeout: 30_000 });
});

test("a form that was sent before its scripts loaded solves the bot check once they are loaded", async ({ page }) => {
  await askForFiveCodes(page);
  const { email } = newPerson();
  await page.route(/_next.*\.js/, (route) => route.abort());
  await page.goto(`${shop.url}/login`);
  await page.unroute(/_next.*\.js/);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.waitForURL("**/otp/*");
  expect(await countChallenges(email)).toBe(1);
});

test.describe("when the bot check cannot be solved", () => {
  test.use({ expectedConsoleError: /worker/i });

  test("the form says how long to wait", async ({ page }) => {
    await page.route(workerScript, (route) => route.abort());
    await askForFiveCodes(page);
    await sendLoginForm(page, newPerson().email);
    await expect(page.getByRole("status").filter({ hasText: waiting })).toBeVisible();
    await expect(page.getByRole("button", { name: "Send code" })).toBeEnabled();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a code typed again after waiting for a minute is accepted (R19)", async ({ page, member }) => {
    const verify = page.getByRole("button", { name: "Verify" });
    const code = await typeThreeWrongCodes(page, member.email, verify);
    await enterCode(page, code);
    await verify.click();
    await expect(page.getByText(waiting)).toBeVisible();
    await letAMinutePass(page, "code");
    await enterCode(page, code);
    await verify.click();
    await page.waitForURL("**/home");
  });

  test("waiting for a full minute replaces the bot check once (R19)", async ({ page }) => {
    await askForFiveCodes(page);
    const { email } = newPerson();
    await sendLoginForm(page, email);
    await expect(page.getByText(waiting)).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await page.waitForTimeout(1_100);
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByText(waitingOn)).toBeVisible();
    expect(await countChallenges(email)).toBe(0);

    const token = await letAMinutePass(page, "login");
    await page.getByRole("button", { name: "Send code" }).click();
    await page.waitForURL("**/otp/*");
    expect(await countChallenges(email)).toBe(1);

    await sendLoginForm(page, email);
    await setWaitToken(page, token);
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByText(waiting)).toBeVisible();
    expect(await countChallenges(email)).toBe(1);
  });
});

for (const [name, width, colorScheme] of [
  ["a phone in dark", 360, "dark"],
  ["a desktop in light", 1280, "light"],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme, expectedConsoleError: /worker/i });

    test("the bot check is accessible while it runs and after it failed (R19)", async ({ page }) => {
      const held: Route[] = [];
      await page.route(workerScript, (route) => void held.push(route));
      await askForFiveCodes(page);
      await sendLoginForm(page, newPerson().email);
      for (const text of [working, waiting]) {
        await expect(page.getByText(text)).toBeVisible();
        await expectNoViolations(page);
        const body = page.locator("body");
        expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
        for (const route of held.splice(0)) await route.abort();
      }
    });
  });
}

test.describe("with keys for Turnstile", () => {
  let cloudflare: Awaited<ReturnType<typeof startCloudflare>>;
  let turnstileShop: SecondShop;
  test.beforeAll(async () => {
    cloudflare = await startCloudflare();
    turnstileShop = await startSecondShop({
      TRUSTED_PROXY_HOPS: "1",
      TURNSTILE_SITE_KEY: "0x-site",
      TURNSTILE_SECRET_KEY: "0x-secret",
      TURNSTILE_BASE_URL: cloudflare.url,
    });
    await waitUntilUp(turnstileShop);
  });
  test.afterAll(() => {
    turnstileShop.stop();
    cloudflare.server.closeAllConnections();
    cloudflare.server.close();
  });

  test.beforeEach(() => {
    cloudflare.isDown = false;
    cloudflare.asked.length = 0;
  });

  test("Cloudflare checks the sixth request, and the form continues by itself", async ({ page }) => {
    await askForFiveCodes(page, turnstileShop);
    expect(cloudflare.asked).toEqual([]);
    const { email } = newPerson();
    await sendLoginForm(page, email, turnstileShop);
    await page.waitForURL("**/otp/*");
    expect(cloudflare.asked).toEqual(["/turnstile/v0/api.js?render=explicit", "/turnstile/v0/siteverify"]);
    expect(await countChallenges(email)).toBe(1);
  });

  test("while Cloudflare does not answer, only waiting replaces the bot check", async ({ page }) => {
    cloudflare.isDown = true;
    await askForFiveCodes(page, turnstileShop);
    const { email } = newPerson();
    await sendLoginForm(page, email, turnstileShop);
    await expect(page.getByText(anyWait)).toBeVisible({ timeout: 30_000 });
    expect(cloudflare.asked.filter((url) => url.endsWith("siteverify"))).toHaveLength(2);
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByText(anyWait)).toBeVisible({ timeout: 30_000 });
    expect(await countChallenges(email)).toBe(0);
  });
});

/** From the page's address and with its cookies, but without its pages, which take most of the time. */
async function askForFiveCodes(page: Page, { url }: { url: string } = shop) {
  for (let n = 0; n < 5; n++) {
    const html = await (await page.request.get(`${url}/login`)).text();
    const fields = findForm(html, "/login", "Send code")?.fields ?? [];
    const multipart = { ...Object.fromEntries(fields), email: newPerson().email };
    const answer = await page.request.post(`${url}/login`, { headers: { origin: url }, multipart, maxRedirects: 0 });
    expect(answer.headers().location).toMatch(/^\/otp\//);
  }
}

/** Gives the right code. Without scripts the button has to be pressed. */
async function typeThreeWrongCodes(page: Page, email: string, verify?: Locator): Promise<string> {
  await askForCode(page, email);
  const code = await inbox.latestCode(email);
  for (let guess = 1; guess <= 3; guess++) {
    await enterCode(page, wrongCode(code).slice(0, 5) + guess);
    await verify?.click();
    await expect(page.getByLabel("One-time code")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("One-time code")).toHaveValue("");
  }
  return code;
}

/** As if the form's token had been issued a minute earlier. Gives that token. */
async function letAMinutePass(page: Page, purpose: BotCheckPurpose): Promise<string> {
  const cookies = await page.context().cookies(shop.url);
  const browserKey = cookies.find(({ name }) => name === "shop-challenge")?.value ?? "";
  const { now } = Date;
  Date.now = () => now() - 61_000;
  const token = issueWaitToken({ purpose, browserKey, ip: null });
  Date.now = now;
  await setWaitToken(page, token);
  return token;
}

async function setWaitToken(page: Page, token: string) {
  await page.locator("input[name=waitToken]").evaluate((input, value) => input.setAttribute("value", value), token);
}

async function sendLoginForm(page: Page, email: string, of: { url: string } = shop) {
  await page.goto(`${of.url}/login`);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
}

async function countChallenges(email: string): Promise<number> {
  return (await sql(`SELECT 1 FROM "Challenge" WHERE "address" = $1`, [email])).length;
}

/** Tells whether the browser has loaded the solver so far, in any script of a page, or for a worker. */
function watchForSolver(page: Page): () => Promise<boolean> {
  const bodies: Promise<string>[] = [];
  let hasWorker = false;
  // What a worker was given can no longer be read once it has ended.
  page.context().on("request", (request) => {
    hasWorker ||= workerScript.test(request.url());
  });
  page.context().on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) bodies.push(response.text().catch(() => ""));
  });
  return async () => hasWorker || (await Promise.all(bodies)).some((body) => body.includes(solver));
}

/** Plays Turnstile as far as the shop sees it: a script that gives a token, and siteverify, which knows that token. */
async function startCloudflare() {
  const cloudflare = { url: "", asked: [] as string[], isDown: false, server: createServer() };
  const script = `window.turnstile = {
    render(slot, options) {
      const given = { action: options.action, cdata: options.cData, hostname: location.hostname };
      setTimeout(() => options.callback("token." + encodeURIComponent(JSON.stringify(given))), 50);
      return "widget";
    },
    remove() {},
  };`;
  cloudflare.server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    cloudflare.asked.push(request.url ?? "");
    if (request.method === "GET") return void response.setHeader("Content-Type", "text/javascript").end(script);
    if (cloudflare.isDown) return void response.writeHead(503).end("Service Unavailable");
    let body = "";
    for await (const chunk of request) body += chunk;
    const given = JSON.parse(
      decodeURIComponent(new URLSearchParams(body).get("response")?.slice("token.".length) ?? ""),
    );
    response
      .setHeader("Content-Type", "application/json")
      .end(JSON.stringify({ success: true, "error-codes": [], ...given }));
  });
  await new Promise<void>((resolve) => cloudflare.server.listen(0, "127.0.0.1", resolve));
  cloudflare.url = `http://127.0.0.1:${(cloudflare.server.address() as AddressInfo).port}`;
  return cloudflare;
}
