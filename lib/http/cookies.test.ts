import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllEnvs());

const names = ["session", "challenge", "passkey", "browser", "callback", "csrf"] as const;

it.each(names)(
  "with HTTPS no subdomain can set the %s cookie, and no script or HTTP request gets it (R28)",
  async (name) => {
    vi.stubEnv("APP_URL", "https://localhost:3000");
    const { cookieAttributes, cookieName } = await import("./cookies");
    // A browser takes a __Host- cookie only if it is Secure, has Path=/ and no Domain (RFC 6265bis 4.1.3.2).
    expect(cookieName(name)).toBe(`__Host-shop-${name}`);
    expect(cookieAttributes()).toEqual({ httpOnly: true, secure: true, sameSite: "lax", path: "/" });
  },
);

it("without HTTPS browsers still accept the cookie, and no script gets it", async () => {
  vi.stubEnv("APP_URL", "http://localhost:3000");
  const { cookieAttributes, cookieName } = await import("./cookies");
  expect(cookieName("session")).toBe("shop-session");
  expect(cookieAttributes()).toEqual({ httpOnly: true, secure: false, sameSite: "lax", path: "/" });
});
