import { randomInt } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import type { BotCheckBearer } from "@/lib/bot-check/provider";
import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { LimitsUnavailable } from "@/lib/limits/consume";
import { askForBotCheck } from "./asking-browser";

// Two thousand tries take seconds, and are judged as ten are.
vi.mock("@/lib/bot-check/choose-counter", () => ({ chooseCounter: () => 10 }));

describe("a visitor under suspicion", () => {
  afterEach(() => void vi.useRealTimers());

  it("needs a bot check, and continues with its solution", async () => {
    const bearer = newBearer();
    const request = await askForBotCheck(new FormData(), bearer);
    expect(request).toMatchObject({ task: { kind: "altcha" }, waitSeconds: 60 });
    expect(await askForBotCheck(formWith({ proof: await work(request) }), bearer)).toBeNull();
  });

  it("needs another bot check if the solution is invalid or used", async () => {
    const bearer = newBearer();
    const proof = await work(await askForBotCheck(new FormData(), bearer));
    expect(await askForBotCheck(formWith({ proof: "{}" }), bearer)).not.toBeNull();
    expect(await askForBotCheck(formWith({ proof }), bearer)).toBeNull();
    expect(await askForBotCheck(formWith({ proof }), bearer)).not.toBeNull();
  });

  it("keeps the running wait when the button is pressed early, and continues after it", async () => {
    const bearer = newBearer();
    const waitToken = (await askForBotCheck(new FormData(), bearer))?.waitToken ?? "";
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 40_000 });
    const again = await askForBotCheck(formWith({ waitToken }), bearer);
    expect(again?.waitToken).toBe(waitToken);
    expect(again?.waitSeconds).toBeLessThanOrEqual(21);
    vi.setSystemTime(Date.now() + 21_000);
    expect(await askForBotCheck(formWith({ waitToken }), bearer)).toBeNull();
  });

  it("can still wait if the solution with the token is invalid", async () => {
    const bearer = newBearer();
    const waitToken = (await askForBotCheck(new FormData(), bearer))?.waitToken ?? "";
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    expect(await askForBotCheck(formWith({ waitToken, proof: "broken" }), bearer)).toBeNull();
  });

  it("is told when to return if too many from one source have waited", async () => {
    const bearer = newBearer();
    const tokens: string[] = [];
    for (let n = 0; n < 6; n++) tokens.push((await askForBotCheck(new FormData(), bearer))?.waitToken ?? "");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const answers: (BotCheckRequest | null)[] = [];
    for (const waitToken of tokens) answers.push(await askForBotCheck(formWith({ waitToken }), bearer));
    expect(answers.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(answers[5]?.waitSeconds).toBeGreaterThan(60);
  });

  it("is refused while the shop cannot tell whether a solution was used before", async () => {
    const bearer = newBearer();
    const request = await askForBotCheck(new FormData(), bearer);
    const proof = await work(request);
    const down = () => Promise.reject(Object.assign(new Error("down"), { code: "ECONNREFUSED" }));
    for (const way of ["$queryRaw", "$queryRawUnsafe", "$executeRaw", "$executeRawUnsafe", "$transaction"] as const) {
      vi.spyOn(db(), way).mockImplementation(down as never);
    }
    await expect(askForBotCheck(formWith({ proof }), bearer)).rejects.toThrow(LimitsUnavailable);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const waitToken = request?.waitToken ?? "";
    await expect(askForBotCheck(formWith({ waitToken }), bearer)).rejects.toThrow(LimitsUnavailable);
    vi.restoreAllMocks();
    expect(await askForBotCheck(formWith({ proof }), bearer)).toBeNull();
  });
});

function newBearer(): BotCheckBearer {
  return { purpose: "login", browserKey: newKey(), ip: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` };
}

function formWith(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function work(request: BotCheckRequest | null): Promise<string> {
  if (request?.task.kind !== "altcha") throw new Error("No proof of work was asked for.");
  const { challenge } = request.task;
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}
