import { chromium } from "@playwright/test";
import type { BrowserSettings, StartedBrowser } from "./browser";

/** Starts a whole Chromium with its back/forward cache: Playwright turns it off, and the headless shell has none. */
export async function startChromium(
  program: string,
  { hasScripts, colorScheme, timeZone }: BrowserSettings,
): Promise<StartedBrowser> {
  const started = await chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const context = await started.newContext({ javaScriptEnabled: hasScripts, colorScheme, timezoneId: timeZone });
  const page = await context.newPage();
  return {
    browser: {
      open: async (url) => void (await page.goto(url)),
      url: async () => page.url(),
      // Playwright waits for a load that a kept page does not have.
      back: async () => void (await page.goBack({ waitUntil: "commit" })),
      async findVisible(xpath) {
        const found = await page.locator(`xpath=${xpath}`).filter({ visible: true }).all();
        return found.map((locator) => ({
          text: () => locator.innerText(),
          style: (property) =>
            locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property),
          activate: () => locator.press("Enter"),
          clear: () => locator.clear(),
          type: (text) => locator.pressSequentially(text),
        }));
      },
      run: (script, ...args) => page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`),
      addCookie: (cookie) => context.addCookies([{ ...cookie, domain: new URL(page.url()).hostname }]),
      clearCookies: () => context.clearCookies(),
      resize: (width, height) => page.setViewportSize({ width, height }),
    },
    quit: () => started.close(),
  };
}
