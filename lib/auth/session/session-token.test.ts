import { encode } from "next-auth/jwt";
import { expect, it } from "vitest";
import { env } from "@/lib/env";
import { cookieName } from "@/lib/http/cookies";
import { isFresh, readSessionToken } from "./session-token";

const good = { sub: "u", sid: "s", role: "CUSTOMER", checkedAt: Date.now() };

function cookieOf(payload: Record<string, unknown>, options: { secret?: string; salt?: string; maxAge?: number } = {}) {
  return encode({ token: payload, secret: env().AUTH_SECRET, salt: cookieName("session"), maxAge: 60, ...options });
}

it("reads a token that NextAuth encrypted, and no other", async () => {
  const cookie = await cookieOf({ ...good, email: "ana@example.com" });
  expect(await readSessionToken(cookie)).toEqual(good);
});

it.each([
  ["no cookie", () => undefined],
  ["nonsense", () => "nonsense"],
  ["a huge cookie", () => "a".repeat(10_000)],
  ["a token of another secret", () => cookieOf(good, { secret: "another secret of at least 32 characters" })],
  ["a token made for another purpose", () => cookieOf(good, { salt: "csrf" })],
  ["an expired token", () => cookieOf(good, { maxAge: -60 })],
  ["a token without a session", () => cookieOf({ ...good, sid: undefined })],
  ["a token with an invented role", () => cookieOf({ ...good, role: "ROOT" })],
  ["an unsigned token", () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(good))}.`],
])("returns no user for %s, without throwing (R37)", async (_what, make) => {
  expect(await readSessionToken(await make())).toBeNull();
});

it("stops accepting a cached token after its expiry (R37)", async () => {
  const cookie = await cookieOf(good, { maxAge: 1 });
  expect(await readSessionToken(cookie)).toEqual(good);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await readSessionToken(cookie)).toBeNull();
});

it("is fresh for a minute after its row was read", () => {
  const token = { ...good, role: "CUSTOMER" as const, checkedAt: 1_000_000 };
  expect(isFresh(token, 1_059_999)).toBe(true);
  expect(isFresh(token, 1_060_000)).toBe(false);
});
