import { randomBytes, randomInt } from "node:crypto";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { addSession, addUser, ageChallenges, type Person } from "./database";
import { inbox, shop } from "./running-shop";

export { expect };

/** A person nobody else in the run is, so that tests can run side by side. */
export function newPerson(): Person {
  const name = `t${randomBytes(6).toString("hex")}`;
  return { username: name, email: `${name}@example.com`, phone: "+14155552671" };
}

/** Headers of a visitor from an address of their own, so that tests do not use up each other's limits. */
export function fromNewAddress(): Record<string, string> {
  return { "X-Forwarded-For": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` };
}

type Fixtures = {
  person: Person;
  /** A member who is there already. */
  member: Person & { id: string };
  /** An error in the console of `page` that a test brings about on purpose; any other fails the test. */
  expectedConsoleError: RegExp | null;
};

export const test = base.extend<Fixtures>({
  extraHTTPHeaders: async ({}, use) => use(fromNewAddress()),
  person: async ({}, use) => use(newPerson()),
  member: async ({}, use) => {
    const person = newPerson();
    await use({ ...person, id: await addUser(person) });
  },
  expectedConsoleError: [null, { option: true }],
  page: async ({ page, expectedConsoleError }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await use(page);
    // Chromium reports every 4xx and 5xx answer as a console error; tests that provoke them look at the answer itself.
    const unexpected = errors.filter((text) => !expectedConsoleError?.test(text));
    expect(unexpected.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
  },
});

/** Logs a browser in without the forms: a session row, and the cookie that NextAuth would have made for it. */
export async function logInDirectly(
  context: Pick<BrowserContext, "addCookies">,
  userId: string,
  options: { role?: "CUSTOMER" | "STAFF" | "ADMIN"; checkedAt?: number; isByMail?: boolean } = {},
  url = shop.url,
): Promise<string> {
  const sid = await addSession(userId, options);
  const salt = "myshop-session";
  const token = { sub: userId, sid, role: options.role ?? "CUSTOMER", checkedAt: options.checkedAt ?? Date.now() };
  const value = await encode({ token, secret: shop.authSecret, salt, maxAge: 3_600 });
  await context.addCookies([{ name: salt, value, url, httpOnly: true, sameSite: "Lax" }]);
  return sid;
}

export async function askForCode(page: Page, email: string, path = "/login"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.waitForURL("**/otp/*");
  // A code is compared from two seconds after the challenge began; nobody types it sooner, but a test does.
  await ageChallenges(email, 2);
}

/** The way a shopper logs in: address, code from the inbox, in. */
export async function logInByForm(page: Page, email: string, path = "/login"): Promise<void> {
  await askForCode(page, email, path);
  await enterCode(page, await inbox.latestCode(email));
  await page.waitForURL((url) => !url.pathname.startsWith("/otp"));
}

/** Types a code; where scripts run, the page submits it by itself. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("One-time code").fill(code);
}

/** Waits until the page's scripts listen: what is typed before that is not seen by them, only sent with the form. */
export async function untilScriptsListen(field: Locator): Promise<void> {
  await expect
    .poll(() => field.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
}

/**
 * The page's text when all of it is there, without what is new in every answer: the nonces of its scripts, and where
 * the server happened to cut the data that it streams.
 */
export async function comparablePage(page: Page): Promise<string> {
  // What a test waits to see stands there while the rest is still on its way.
  await page.waitForLoadState("load");
  return (await page.content())
    .replace(/"\]\)<\/script><script nonce="">self\.__next_f\.push\(\[1,"/g, "")
    .replace(/[A-Za-z0-9+/]{22}==/g, "NONCE");
}

/** A code that is surely not the right one. */
export function wrongCode(code: string): string {
  return code.replace(/^./, (first) => (first === "0" ? "1" : "0"));
}
