import { defineConfig, devices } from "@playwright/test";
import { findInstalledChromium } from "@/scripts/test/find-browsers";
import type { EngineName } from "./e2e/engines/browser";

const chromium = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    executablePath: findInstalledChromium() ?? undefined,
    args: [
      // Chromium has no sandbox as root, as in containers.
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  },
};

/** Its windows are expensive, so one worker. */
function engine(name: EngineName, testMatch: RegExp) {
  return { name, testDir: "e2e/engines", testMatch, fullyParallel: false, timeout: 120_000, use: { engine: name } };
}

export default defineConfig<object, { engine: EngineName }>({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // docs/decisions/browser-tests.md
  retries: 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: process.env.APP_URL ?? "http://localhost:3000",
    // Costs a quarter of the run: --trace on.
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "chromium", testIgnore: [/\.(alone|brand)\.spec\.ts$/, /\/engines\//], use: chromium },
    // These would disturb the others.
    { name: "alone", testMatch: /\.alone\.spec\.ts$/, dependencies: ["chromium"], workers: 1, use: chromium },
    // The shop as another brand: `npm test -- brand`.
    { name: "brand", testMatch: /\.brand\.spec\.ts$/, workers: 1, use: chromium },
    engine("firefox", /\.spec\.ts$/),
    engine("webkit", /(history|smoke)\.spec\.ts$/),
    engine("whole-chromium", /history\.spec\.ts$/),
  ],
});
