import { defineConfig, devices } from "@playwright/test";
import { findInstalledChromium } from "@/scripts/find-browsers";
import type { EngineName } from "./e2e/engines/browser";

const chromium = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    executablePath: findInstalledChromium() ?? undefined,
    args: [
      // Chromium refuses to start its sandbox as root, which is who runs tests in a container.
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  },
};

/** The tests that run in one engine beside those in Chromium. Its windows are dear, so one worker has them all. */
function engine(name: EngineName, testMatch: RegExp) {
  return { name, testDir: "e2e/engines", testMatch, fullyParallel: false, timeout: 120_000, use: { engine: name } };
}

// scripts/test.ts starts the shop and tells where it is: APP_URL, EMULATOR_URL, DATABASE_URL.
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
    // A trace of every test, kept or not, takes a quarter of the whole run: ask for one with --trace on.
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "chromium", testIgnore: [/\.alone\.spec\.ts$/, /\/engines\//], use: chromium },
    // Tests of what all visitors see alike would disturb the others.
    { name: "alone", testMatch: /\.alone\.spec\.ts$/, dependencies: ["chromium"], workers: 1, use: chromium },
    engine("firefox", /\.spec\.ts$/),
    engine("webkit", /(history|smoke)\.spec\.ts$/),
    engine("whole-chromium", /history\.spec\.ts$/),
  ],
});
