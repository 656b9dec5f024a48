import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllEnvs());

const bearer = { purpose: "login" as const, browserKey: "k".repeat(43), ip: null };

it("without keys for Turnstile the bot check is our own, and the content policy allows no other origin", async () => {
  const { botCheckSources } = await import("./content-sources");
  const { chooseProvider } = await import("./choose-provider");
  expect(botCheckSources()).toEqual({ "script-src": [], "frame-src": [] });
  expect(await chooseProvider().issue(bearer)).toMatchObject({ kind: "altcha" });
});

it("with keys for Turnstile Cloudflare checks, and its script and frame may load", async () => {
  vi.stubEnv("TURNSTILE_SITE_KEY", "0x-site");
  vi.stubEnv("TURNSTILE_SECRET_KEY", "0x-secret");
  const { botCheckSources } = await import("./content-sources");
  const { chooseProvider } = await import("./choose-provider");
  const cloudflare = ["https://challenges.cloudflare.com"];
  expect(botCheckSources()).toEqual({
    "script-src": cloudflare,
    "frame-src": cloudflare,
  });
  expect(await chooseProvider().issue(bearer)).toMatchObject({
    kind: "turnstile",
    scriptUrl: "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit",
  });
});
