import { generateKeyPairSync, sign } from "node:crypto";
import { expect, it } from "vitest";
import { isSignedBySendGrid } from "./mail-events";

const now = Date.parse("2026-01-01T12:00:00Z");
const timestamp = String(now / 1_000);
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const key = publicKey.export({ format: "der", type: "spki" }).toString("base64");
const body = Buffer.from('[{"event":"bounce"}]');
const signature = sign("sha256", Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString("base64");
const post = { body, signature, timestamp };

it("accepts a post that SendGrid signed", () => {
  expect(isSignedBySendGrid(post, key, now)).toBe(true);
});

it.each([
  ["another body", { ...post, body: Buffer.from("[]") }],
  ["another time", { ...post, timestamp: String(Number(timestamp) + 1) }],
  ["no signature", { ...post, signature: null }],
  ["no time", { ...post, timestamp: null }],
  ["nonsense for a signature", { ...post, signature: "AAAA" }],
  ["nonsense for a time", { ...post, timestamp: "now" }],
])("refuses %s (R44)", (_what, forged) => {
  expect(isSignedBySendGrid(forged, key, now)).toBe(false);
});

it("refuses a post older than five minutes, or an invalid key (R44)", () => {
  expect(isSignedBySendGrid(post, key, now + 301_000)).toBe(false);
  expect(isSignedBySendGrid(post, "no key", now)).toBe(false);
});
