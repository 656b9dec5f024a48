import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { makeReportToken as Make, readReportToken as Read } from "./report-token";

let makeReportToken: typeof Make;
let readReportToken: typeof Read;

beforeEach(async () => {
  ({ makeReportToken, readReportToken } = await import("./report-token"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const newChallengeId = () => randomBytes(16).toString("base64url");

it("a token contains its purpose", () => {
  const challenge = { kind: "challenge", id: newChallengeId() } as const;
  const session = { kind: "session", id: randomUUID() } as const;
  const browser = { kind: "browser", id: randomUUID() } as const;
  const passkey = { kind: "passkey", id: randomUUID() } as const;
  for (const { kind, id } of [challenge, session, browser, passkey])
    expect(readReportToken(makeReportToken(kind, id))).toEqual({ kind, id });
});

it("a token fits into a link unescaped, and is the same each time", () => {
  const id = newChallengeId();
  expect(makeReportToken("challenge", id)).toMatch(/^[A-Za-z0-9_-]{44}$/);
  expect(makeReportToken("challenge", id)).toBe(makeReportToken("challenge", id));
});

it("a token with any one bit changed is refused", () => {
  const token = Buffer.from(makeReportToken("challenge", newChallengeId()), "base64url");
  for (let bit = 0; bit < token.length * 8; bit++) {
    const changed = Buffer.from(token);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(readReportToken(changed.toString("base64url")), `bit ${bit}`).toBeNull();
  }
});

it("the signature of one kind or ID is refused for another", () => {
  const uuid = randomUUID();
  const sameBytes = Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");
  const ofSession = Buffer.from(makeReportToken("session", uuid), "base64url");
  const ofBrowser = Buffer.from(makeReportToken("browser", uuid), "base64url");
  const ofPasskey = Buffer.from(makeReportToken("passkey", uuid), "base64url");
  const ofChallenge = Buffer.from(makeReportToken("challenge", sameBytes), "base64url");
  const ofOther = Buffer.from(makeReportToken("session", randomUUID()), "base64url");
  const join = (body: Buffer, mac: Buffer) =>
    Buffer.concat([body.subarray(0, 17), mac.subarray(17)]).toString("base64url");
  expect(readReportToken(join(ofSession, ofSession))).toEqual({ kind: "session", id: uuid });
  expect(readReportToken(join(ofSession, ofChallenge))).toBeNull();
  expect(readReportToken(join(ofChallenge, ofSession))).toBeNull();
  expect(readReportToken(join(ofBrowser, ofSession))).toBeNull();
  expect(readReportToken(join(ofPasskey, ofBrowser))).toBeNull();
  expect(readReportToken(join(ofSession, ofOther))).toBeNull();
});

it.each([
  "",
  "x",
  "x".repeat(43),
  "x".repeat(44),
  "x".repeat(45),
  `${"x".repeat(43)}=`,
  "\0".repeat(44),
  "é".repeat(44),
])("an invalid token is refused: %j", (text) => {
  expect(readReportToken(text)).toBeNull();
});

it("a token with a letter more, less or before it is refused", () => {
  const token = makeReportToken("challenge", newChallengeId());
  for (const text of [` ${token}`, `A${token}`, `${token}A`, token.slice(0, -1)]) {
    expect(readReportToken(text)).toBeNull();
  }
});

it("a token made with another secret is refused", async () => {
  const token = makeReportToken("challenge", newChallengeId());
  vi.resetModules();
  vi.stubEnv("AUTH_SECRET", "another-secret-another-secret-another-secret");
  const other = await import("./report-token");
  expect(other.readReportToken(token)).toBeNull();
});

it("making a token refuses an invalid ID", () => {
  expect(() => makeReportToken("challenge", "short")).toThrow();
  expect(() => makeReportToken("session", "not-a-uuid")).toThrow();
  expect(() => makeReportToken("browser", "not-a-uuid")).toThrow();
});
