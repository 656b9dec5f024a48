import { afterEach, expect, it } from "vitest";
import { env } from "@/lib/env";
import { consume, exhaust, forget } from "@/lib/limits/consume";
import { beginLogin, createUser } from "@/test/login-parts";
import { readSendBudgets } from "./overview-figures";

const all = { policy: "send.all.day", subject: "all" } as const;
const known = { policy: "send.known.all.day", subject: "all" } as const;

afterEach(async () => {
  await forget([all, known]);
});

it("shows what the refusing limit has counted, until its window ends", async () => {
  await forget([all, known]);
  expect(await readSendBudgets()).toMatchObject({ everybody: { used: 0, endsAt: null }, known: { used: 0 } });
  await beginLogin((await createUser()).email);
  await consume([known]);
  await consume([known]);
  const budgets = await readSendBudgets();
  expect(budgets).toMatchObject({ everybody: { used: 1, limit: env().DAILY_SEND_BUDGET }, known: { used: 2 } });
  const hours = ((budgets?.everybody.endsAt?.getTime() ?? 0) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23.9);
  expect(hours).toBeLessThanOrEqual(24);
});

it("never exceeds the limit, and reading it uses nothing", async () => {
  await exhaust(all, 60);
  await consume([all]);
  for (let read = 0; read < 3; read++) {
    expect((await readSendBudgets())?.everybody.used).toBe(env().DAILY_SEND_BUDGET);
  }
});

it("shows from which point everyone needs a bot check", async () => {
  const budgets = await readSendBudgets();
  expect(budgets?.everybody.slowedFrom).toBe(Math.floor(env().DAILY_SEND_BUDGET * 0.8));
  expect(budgets?.known.slowedFrom).toBeNull();
});
