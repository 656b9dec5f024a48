import { randomBytes } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { afterEach, describe, expect, it, vi } from "vitest";
import { altcha } from "./altcha";
import type { AltchaTask } from "./bot-check-request";
import type { BotCheckBearer } from "./provider";

// Two thousand tries take seconds, and are judged as ten are.
vi.mock("./choose-counter", () => ({ chooseCounter: () => 10 }));

const refused = { ok: false, error: "BOT_CHECK_INVALID" };

describe("a solved bot check", () => {
  afterEach(() => void vi.useRealTimers());

  it("is accepted from the browser that did it", async () => {
    const bearer = newBearer();
    expect(await altcha.verify(await workOn(await altcha.issue(bearer)), bearer)).toEqual({ ok: true, value: null });
  });

  it("cannot be used twice", async () => {
    const bearer = newBearer();
    const response = await workOn(await altcha.issue(bearer));
    expect((await altcha.verify(response, bearer)).ok).toBe(true);
    expect(await altcha.verify(response, bearer)).toEqual(refused);
  });

  it("is accepted once when ten requests send it at the same moment (R19)", async () => {
    const bearer = newBearer();
    const response = await workOn(await altcha.issue(bearer));
    const results = await Promise.all(Array.from({ length: 10 }, () => altcha.verify(response, bearer)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("cannot be used twice by writing it differently", async () => {
    const bearer = newBearer();
    const response = await workOn(await altcha.issue(bearer));
    const { challenge, solution } = JSON.parse(response);
    expect((await altcha.verify(response, bearer)).ok).toBe(true);
    const otherwise = [
      JSON.stringify({ solution, challenge }),
      JSON.stringify({ challenge: { ...challenge, signature: challenge.signature.toUpperCase() }, solution }),
      JSON.stringify({ challenge: { ...challenge, extra: 1 }, solution: { ...solution, time: 2 } }),
      JSON.stringify({
        challenge,
        solution: { counter: solution.counter + 1, derivedKey: solution.derivedKey },
      }),
    ];
    for (const text of otherwise) expect(await altcha.verify(text, bearer)).toEqual(refused);
  });

  it("does not work for another purpose or in another browser, and is not used up there", async () => {
    const bearer = newBearer();
    const response = await workOn(await altcha.issue(bearer));
    expect(await altcha.verify(response, { ...bearer, purpose: "register" })).toEqual(refused);
    expect(await altcha.verify(response, { ...bearer, browserKey: newKey() })).toEqual(refused);
    expect((await altcha.verify(response, bearer)).ok).toBe(true);
  });

  it("is accepted for ten minutes", async () => {
    const bearer = newBearer();
    const issuedAt = Date.now();
    const response = await workOn(await altcha.issue(bearer));
    vi.useFakeTimers({ toFake: ["Date"], now: issuedAt + 602_000 });
    expect(await altcha.verify(response, bearer)).toEqual(refused);
    vi.setSystemTime(issuedAt + 598_000);
    expect((await altcha.verify(response, bearer)).ok).toBe(true);
  });

  it("is refused if its difficulty or expiry was changed, or if it is not solved (R19)", async () => {
    const bearer = newBearer();
    const { challenge } = await altcha.issue(bearer);
    const change = (parameters: object) => ({
      kind: "altcha" as const,
      challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters } },
    });
    const forged = [
      await workOn(change({ cost: 1, keyPrefix: "00" })),
      await workOn(change({ keyPrefix: "0" })),
      await workOn(change({ expiresAt: (challenge.parameters.expiresAt ?? 0) + 3_600 })),
      JSON.stringify({ challenge, solution: { counter: 2_000, derivedKey: "00".repeat(32) } }),
      JSON.stringify({
        challenge,
        solution: { counter: 2_000, derivedKey: challenge.parameters.keyPrefix + "00".repeat(16) },
      }),
    ];
    for (const response of forged) expect(await altcha.verify(response, bearer)).toEqual(refused);
  });

  it("is refused without an error if it is malformed", async () => {
    const nonsense = [
      "",
      "null",
      "[]",
      "{}",
      "{",
      "\u0000",
      '{"challenge":{"parameters":{}},"solution":{}}',
      "9".repeat(4_096),
    ];
    for (const response of nonsense) expect(await altcha.verify(response, newBearer())).toEqual(refused);
  });

  it("does not reveal its key to the browser", async () => {
    const bearer = newBearer();
    expect(JSON.stringify(await altcha.issue(bearer))).not.toContain(bearer.browserKey);
  });
});

function newBearer(): BotCheckBearer {
  return { purpose: "login", browserKey: newKey(), ip: "203.0.113.9" };
}

/** What a browser does, by the same library. */
async function workOn({ challenge }: AltchaTask): Promise<string> {
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

function newKey(): string {
  return randomBytes(32).toString("base64url");
}
