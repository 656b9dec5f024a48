import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllEnvs());

it("the language cookie has the prefix by which no subdomain can plant it with https, and none without (R28)", async () => {
  vi.stubEnv("APP_URL", "https://localhost:3000");
  expect((await import("./language-cookie")).languageCookieName()).toBe("__Host-shop-language");
  vi.resetModules();
  vi.stubEnv("APP_URL", "http://localhost:3000");
  expect((await import("./language-cookie")).languageCookieName()).toBe("shop-language");
});

it("a chosen language is not kept longer than browsers keep a cookie", async () => {
  const { languageCookieLifeSeconds } = await import("./language-cookie");
  expect(languageCookieLifeSeconds).toBeLessThanOrEqual(400 * 24 * 60 * 60);
});
