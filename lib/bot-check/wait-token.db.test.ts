import { randomBytes, randomInt } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forget } from "@/lib/limits/consume";
import { policies } from "@/lib/limits/policies";
import type { BotCheckBearer } from "./provider";
import { issueWaitToken, redeemWaitToken } from "./wait-token";

const start = Date.now();

describe("waiting instead of a bot check", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: start }));
  afterEach(() => void vi.useRealTimers());

  it("counts after a full minute", async () => {
    const bearer = newBearer();
    const token = issueWaitToken(bearer);
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "early", secondsLeft: expect.closeTo(60, -1) });
    letSecondsPass(59);
    expect(await redeemWaitToken(token, bearer)).toMatchObject({ state: "early" });
    letSecondsPass(61);
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "accepted" });
  });

  it("counts once when ten requests send it at the same moment", async () => {
    const bearer = newBearer();
    const token = issueWaitToken(bearer);
    letSecondsPass(61);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => redeemWaitToken(token, bearer)));
    expect(outcomes.filter(({ state }) => state === "accepted")).toHaveLength(1);
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "refused" });
  });

  it("no longer counts after fifteen minutes", async () => {
    const bearer = newBearer();
    const token = issueWaitToken(bearer);
    letSecondsPass(15 * 60 + 1);
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "refused" });
    letSecondsPass(15 * 60 - 1);
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "accepted" });
  });

  it("does not work for another purpose or in another browser, and is not used up there", async () => {
    const bearer = newBearer();
    const token = issueWaitToken(bearer);
    letSecondsPass(61);
    expect(await redeemWaitToken(token, { ...bearer, purpose: "resend" })).toEqual({ state: "refused" });
    expect(await redeemWaitToken(token, { ...bearer, browserKey: newKey() })).toEqual({ state: "refused" });
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "accepted" });
  });

  it("is refused if its time was changed or its token was forged", async () => {
    const bearer = newBearer();
    const [issuedAt, random, signature] = issueWaitToken(bearer).split(".");
    const forged = [
      `${Number(issuedAt) - 120}.${random}.${signature}`,
      `${issuedAt}.${newKey().slice(0, 22)}.${signature}`,
      `${issuedAt}.${random}.${newKey()}`,
      `${issuedAt}.${random}`,
      `${issuedAt}.${random}.${signature}.`,
      "",
      "..",
    ];
    letSecondsPass(61);
    for (const token of forged) expect(await redeemWaitToken(token, bearer)).toEqual({ state: "refused" });
  });

  it("lets five visitors of one source through in ten minutes; the sixth learns when to return, and the token stays valid", async () => {
    const bearer = newBearer();
    const { limit } = policies["wait.source.short"];
    const tokens = Array.from({ length: limit + 1 }, () => issueWaitToken(bearer));
    letSecondsPass(61);
    const last = tokens.pop() ?? "";
    for (const token of tokens) expect(await redeemWaitToken(token, bearer)).toEqual({ state: "accepted" });
    expect(await redeemWaitToken(last, bearer)).toEqual({ state: "crowded", secondsLeft: expect.any(Number) });
    await forget([{ policy: "wait.source.short", subject: bearer.ip ?? "" }]);
    expect(await redeemWaitToken(last, bearer)).toEqual({ state: "accepted" });
  });

  it("cannot be used up by requesting tokens without waiting", async () => {
    const bearer = newBearer();
    const token = issueWaitToken(bearer);
    for (let times = 0; times < 100; times++) await redeemWaitToken(issueWaitToken(bearer), bearer);
    letSecondsPass(61);
    expect(await redeemWaitToken(token, bearer)).toEqual({ state: "accepted" });
  });
});

/** From a source of its own: how many may wait is counted by it. */
function newBearer(): BotCheckBearer {
  return { purpose: "login", browserKey: newKey(), ip: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` };
}

function letSecondsPass(seconds: number) {
  vi.setSystemTime(start + seconds * 1_000);
}

function newKey(): string {
  return randomBytes(32).toString("base64url");
}
