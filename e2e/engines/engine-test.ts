import { test as base, expect } from "@playwright/test";
import { sql } from "@/e2e/database";
import { logInDirectly } from "@/e2e/fixtures";
import type { BrowserSettings, EngineName } from "./browser";
import { startChromium } from "./chromium";
import { startFirefox } from "./firefox";
import { type Visitor, visitorWith } from "./visitor";
import { startWebkit } from "./webkit";

export { expect };

type OpenedWindow = { visitor: Visitor; quit: () => Promise<void> };

type WorkerFixtures = {
  engine: EngineName;
  /** A browser whose device is in Kolkata, and reports that by whichever name its engine has. */
  opened: OpenedWindow;
  /** One with scripts off, in the dark. */
  openedWithoutScripts: OpenedWindow;
};

type Fixtures = { visitor: Visitor; visitorWithoutScripts: Visitor };

/** Tests in one engine. Its two browsers are started when a test needs them, and stay until the last one. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  engine: ["firefox", { option: true, scope: "worker" }],
  opened: [
    async ({ engine }, use) => {
      const opened = await openWindow(engine, { hasScripts: true, colorScheme: "light", timeZone: "Asia/Calcutta" });
      await use(opened);
      await opened.quit();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  openedWithoutScripts: [
    async ({ engine }, use) => {
      const opened = await openWindow(engine, { hasScripts: false, colorScheme: "dark", timeZone: "UTC" });
      await use(opened);
      await opened.quit();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  visitor: async ({ opened }, use) => use(await asNewcomer(opened)),
  visitorWithoutScripts: async ({ openedWithoutScripts }, use) => use(await asNewcomer(openedWithoutScripts)),
});

/** Logs a visitor in without the forms. */
export async function logVisitorIn(
  { browser, open }: Visitor,
  userId: string,
  role: "CUSTOMER" | "STAFF" | "ADMIN" = "CUSTOMER",
): Promise<void> {
  await open("/");
  const addCookies = async (cookies: readonly { name: string; value: string }[]) => {
    for (const { name, value } of cookies) {
      await browser.addCookie({ name, value, path: "/", httpOnly: true, sameSite: "Lax" });
    }
  };
  await logInDirectly({ addCookies }, userId, { role });
}

async function asNewcomer({ visitor }: OpenedWindow): Promise<Visitor> {
  // These browsers send no proxy's header, so all their tests come from one address and would use up its limits.
  await sql(`DELETE FROM "RateLimit" WHERE "policy" ~ '[.](source|network|unknown)[.]'`);
  await visitor.open("/");
  await visitor.browser.clearCookies();
  await visitor.browser.resize(1280, 900);
  return visitor;
}

async function openWindow(engine: EngineName, settings: BrowserSettings): Promise<OpenedWindow> {
  // A browser that does not start on a busy machine often does at the second try.
  const { browser, quit } = await start(engine, settings).catch(() => start(engine, settings));
  return { visitor: visitorWith(browser, settings), quit };
}

function start(engine: EngineName, settings: BrowserSettings) {
  const program = (name: string) => {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set. Run these tests with: npm test -- browsers`);
    return value;
  };
  if (engine === "firefox") return startFirefox(program("FIREFOX_PATH"), settings);
  if (engine === "whole-chromium") return startChromium(program("WHOLE_CHROMIUM_PATH"), settings);
  const programs = {
    driver: program("WEBKIT_DRIVER_PATH"),
    browser: program("MINIBROWSER_PATH"),
    display: program("XVFB_PATH"),
  };
  return startWebkit(programs, settings);
}
