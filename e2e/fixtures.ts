import { randomBytes, randomInt } from "node:crypto";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { addSession, addUser, ageChallenges, type Person } from "./database";
import { inbox, shop } from "./running-shop";

export { expect };

/** Unique, for parallel tests. */
export function newPerson(): Person {
  const name = `t${randomBytes(6).toString("hex")}`;
  return { username: name, email: `${name}@example.com`, phone: "+14155552671" };
}

/** Separate limits for each visitor. */
export function fromNewAddress(): Record<string, string> {
  return { "X-Forwarded-For": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` };
}

type Fixtures = {
  person: Person;
  member: Person & { id: string };
  /** Any other error fails the test. */
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
    // Chromium reports every 4xx and 5xx.
    const unexpected = errors.filter((text) => !expectedConsoleError?.test(text));
    expect(unexpected.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
  },
});

/** By a session row and its cookie. */
export async function logInDirectly(
  context: Pick<BrowserContext, "addCookies">,
  userId: string,
  options: { role?: "CUSTOMER" | "STAFF" | "ADMIN"; checkedAt?: number; isByMail?: boolean } = {},
  url = shop.url,
): Promise<string> {
  const sid = await addSession(userId, options);
  const salt = "shop-session";
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
  // Codes are compared after two seconds.
  await ageChallenges(email, 2);
}

export async function logInByForm(page: Page, email: string, path = "/login"): Promise<void> {
  await askForCode(page, email, path);
  await enterCode(page, await inbox.latestCode(email));
  await page.waitForURL((url) => !url.pathname.startsWith("/otp"));
}

/** With scripts, the page submits it. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("One-time code").fill(code);
}

/** Otherwise scripts miss what is typed. */
export async function untilScriptsListen(field: Locator): Promise<void> {
  await expect
    .poll(() => field.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
}

export function wrongCode(code: string): string {
  return code.replace(/^./, (first) => (first === "0" ? "1" : "0"));
}
