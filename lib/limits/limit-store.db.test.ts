import { randomUUID } from "node:crypto";
import { createClient } from "@redis/client";
import { describe, expect, it as skippable, vi } from "vitest";
import { db } from "@/lib/db/client";
import { whileOpen } from "@/test/while-open";
import { type Charge, createLimits } from "./consume";
import { policies } from "./policies";
import { createPostgresStore, deleteEndedLimits } from "./postgres-store";
import { createRedisStore } from "./redis-store";

const { TEST_REDIS_URL: redisUrl, WHY_NO_REDIS: whyNot } = process.env;
const stores = [
  { name: "Postgres", createStore: createPostgresStore, readAll: readRows },
  {
    name: redisUrl ? "Redis" : `Redis: ${whyNot}`,
    createStore: () => createRedisStore(redisUrl ?? ""),
    readAll: readKeys,
  },
];

describe.each(stores)("limits in $name", ({ name, createStore, readAll }) => {
  const it = name.startsWith("Redis:") ? skippable.skip : skippable;
  const store = createStore();
  const { consume, refund, forget, settle, exhaust, findClosed } = createLimits(async () => store);

  /** Nobody else in the test run is counted by it. */
  const somebody = () => `${randomUUID()}@example.com`;
  const times = async (count: number, charges: Charge[]) => {
    const decisions = [];
    for (let index = 0; index < count; index += 1) decisions.push(await consume(charges));
    return decisions;
  };
  const atOnce = (count: number, charges: () => Charge[]) =>
    Promise.all(Array.from({ length: count }, () => consume(charges())));
  const allowed = (decisions: { isAllowed: boolean }[]) => decisions.filter(({ isAllowed }) => isAllowed).length;

  it("let exactly as many of 50 parallel calls through as they say (R17)", async () => {
    const subject = somebody();
    const decisions = await atOnce(50, () => [{ policy: "send.address.short", subject }]);
    expect(allowed(decisions)).toBe(5);
  });

  it("report the crossing once, also to 50 parallel calls", async () => {
    const subject = somebody();
    const decisions = await atOnce(50, () => [{ policy: "send.address.short", subject }]);
    expect(decisions.filter((decision) => !decision.isAllowed && decision.isFirst)).toHaveLength(1);
    expect(await consume([{ policy: "send.address.short", subject }])).toMatchObject({ isFirst: false });
  });

  it("say when to return", async () => {
    const charges: Charge[] = [{ policy: "send.address.short", subject: somebody() }];
    const refusal = (await times(6, charges)).at(-1);
    if (refusal === undefined || refusal.isAllowed) throw new Error("The sixth call was let through.");
    const seconds = (refusal.retryAt.getTime() - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThan(601);
    const later = await consume(charges);
    expect(later).toMatchObject({ policy: "send.address.short", retryAt: refusal.retryAt });
  });

  it("charge all or nothing", async () => {
    const full: Charge = { policy: "proof.once", subject: somebody() };
    const open: Charge = { policy: "send.address.short", subject: somebody() };
    await consume([full]);
    expect(allowed(await times(10, [full, open]))).toBe(0);
    expect(allowed(await times(6, [open]))).toBe(5);
  });

  it("name the limit that blocks for longest", async () => {
    const subject = somebody();
    const both: Charge[] = [
      { policy: "check.identity.hour", subject },
      { policy: "check.identity.day", subject },
    ];
    await Promise.all(both.map((charge) => exhaust(charge, charge.policy === "check.identity.day" ? 86_400 : 3_600)));
    expect(await consume(both)).toMatchObject({ isAllowed: false, policy: "check.identity.day" });
  });

  it("count each subject and each policy by itself (R17)", async () => {
    const subject = somebody();
    await times(6, [{ policy: "send.address.short", subject }]);
    expect(await consume([{ policy: "send.address.short", subject: somebody() }])).toMatchObject({ isAllowed: true });
    expect(await consume([{ policy: "send.address.day", subject }])).toMatchObject({ isAllowed: true });
  });

  it("call the charges above the soft limit suspicious", async () => {
    const decisions = await times(5, [{ policy: "send.address.short", subject: somebody() }]);
    const slowing = { policy: "send.address.short", subject: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(decisions).toEqual(
      [false, false, false, true, true].map((isSuspicious) => ({
        isAllowed: true,
        isSuspicious,
        slowedBy: isSuspicious ? [slowing] : [],
      })),
    );
  });

  it("give one charge back, never below none", async () => {
    const charges: Charge[] = [{ policy: "send.address.short", subject: somebody() }];
    await refund(charges);
    await consume(charges);
    await refund(charges);
    await refund(charges);
    expect(allowed(await times(6, charges))).toBe(5);
  });

  it("allow one call after a refund, however many were refused meanwhile", async () => {
    const charges: Charge[] = [{ policy: "send.address.short", subject: somebody() }];
    await times(9, charges);
    await refund(charges);
    expect(allowed(await times(3, charges))).toBe(1);
  });

  it("lose neither charges nor refunds when both happen at once", async () => {
    const charges: Charge[] = [
      { policy: "check.source.hour", subject: somebody() },
      { policy: "send.network.hour", subject: somebody() },
    ];
    await atOnce(60, () => charges);
    await Promise.all(Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? refund(charges) : consume(charges))));
    expect(allowed(await times(50, charges))).toBe(40);
  });

  it("can be cleared", async () => {
    const charges: Charge[] = [
      { policy: "check.identity.hour", subject: somebody() },
      { policy: "check.identity.day", subject: somebody() },
    ];
    await times(11, charges);
    await forget(charges);
    expect(allowed(await times(11, charges))).toBe(10);
  });

  it("can be cleared while another gets one charge back", async () => {
    const ofIdentity: Charge[] = [{ policy: "check.identity.hour", subject: somebody() }];
    const ofSource: Charge[] = [{ policy: "check.identity.day", subject: somebody() }];
    await times(10, ofIdentity);
    const before = allowed(await times(3, ofSource));
    await settle(ofIdentity, ofSource);
    expect(allowed(await times(11, ofIdentity))).toBe(10);
    const { limit } = policies["check.identity.day"];
    expect(allowed(await times(limit, ofSource))).toBe(limit - before + 1);
  });

  it("say whether they block, without counting the question", async () => {
    const charges: Charge[] = [{ policy: "check.identity.hour", subject: somebody() }];
    await times(10, charges);
    const refusal = await consume(charges);
    if (refusal.isAllowed) throw new Error("The call was let through.");
    const { policy, subject } = refusal;
    const unknown = { policy, subject: "0".repeat(64) };
    expect(await findClosed([{ policy, subject }, unknown])).toEqual([refusal.retryAt, null]);
    await refund(charges);
    for (let asked = 0; asked < 3; asked++) expect(await findClosed([{ policy, subject }])).toEqual([null]);
    expect((await consume(charges)).isAllowed).toBe(true);
    await forget(charges);
    expect(await findClosed([{ policy, subject }])).toEqual([null]);
  });

  it("are used up on request for the given time, and never for a shorter time than before", async () => {
    const charge: Charge = { policy: "send.pair.hour", subject: somebody() };
    await exhaust(charge, 7_200);
    await exhaust(charge, 60);
    const refusal = await consume([charge]);
    if (refusal.isAllowed) throw new Error("The call was let through.");
    expect((refusal.retryAt.getTime() - Date.now()) / 1000).toBeGreaterThan(7_190);
  });

  it("open when the window ends, and not later for repeated requests", async () => {
    const charge: Charge = { policy: "check.known.hour", subject: somebody() };
    await exhaust(charge, 3);
    const asking = [];
    for (let tries = 0; tries < 8; tries += 1) {
      asking.push(await consume([charge]));
      await new Promise((resolve) => setTimeout(resolve, 450));
    }
    expect(asking[0]).toMatchObject({ isAllowed: false });
    expect(asking.at(-1)).toMatchObject({ isAllowed: true });
  });

  // On a native PostgreSQL a statement that takes its locks in another order deadlocks here.
  it("never deadlock, in any order of charges", async () => {
    const [first, second] = [somebody(), somebody()];
    const charges: Charge[] = [first, second].flatMap((subject) => [
      { policy: "send.source.short", subject } as const,
      { policy: "send.network.hour", subject } as const,
    ]);
    const calls = Array.from({ length: 60 }, (_, index) => {
      const ordered = index % 2 === 0 ? charges : charges.toReversed();
      if (index % 5 === 4) return refund(ordered);
      return index % 11 === 10 ? forget(ordered) : consume(ordered);
    });
    await expect(Promise.all(calls)).resolves.toHaveLength(60);
  });

  it("store no address in clear", async () => {
    const charges: Charge[] = [{ policy: "send.address.short", subject: somebody() }];
    await consume(charges);
    const everything = await readAll();
    expect(everything).toContain("send.address.short");
    expect(everything).not.toContain("example");
  });

  it("have rows that cannot be linked to one person", async () => {
    const subject = somebody();
    await consume([
      { policy: "check.identity.hour", subject },
      { policy: "check.identity.day", subject },
    ]);
    const hashes = (await readAll()).match(/[0-9a-f]{64}/g) ?? [];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("refuse a call that names one limit twice, rather than count it once", async () => {
    const charge: Charge = { policy: "send.address.short", subject: somebody() };
    await expect(consume([charge, charge])).rejects.toThrow("the same limit twice");
  });
});

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
describe("two limits that one call gives back in Postgres", () => {
  const stored = { points: 5, endsAt: new Date(Date.now() + 3_600_000) };

  skippable.each([
    { written: "first", asked: "first" },
    { written: "first", asked: "last" },
    { written: "last", asked: "first" },
    { written: "last", asked: "last" },
  ])("are locked in the order of their keys: written $written, asked $asked", async ({ written, asked }) => {
    const policy = "proof.once";
    const ordered = [randomUUID(), randomUUID()].sort();
    const [lower = "", higher = ""] = ordered;
    for (const subject of written === "first" ? ordered : ordered.toReversed()) {
      await db().rateLimit.create({ data: { ...stored, policy, subject } });
    }
    const keys = (asked === "first" ? ordered : ordered.toReversed()).map((subject) => ({
      policy,
      subject,
      limit: 10,
      windowSeconds: 3_600,
    }));
    await whileOpen(
      async (transaction) => {
        await transaction.$queryRaw`SELECT 1 FROM "RateLimit" WHERE "subject" = ${lower} FOR UPDATE`;
      },
      async () => await createPostgresStore().giveBack(keys),
      // Fails if the call holds the higher key while it waits for the lower one.
      async (transaction) => {
        await transaction.$queryRaw`SELECT 1 FROM "RateLimit" WHERE "subject" = ${higher} FOR UPDATE NOWAIT`;
      },
    );
    expect(await db().rateLimit.count({ where: { subject: { in: ordered }, points: 4 } })).toBe(2);
  });
});

async function readRows(): Promise<string> {
  return JSON.stringify(await db().rateLimit.findMany());
}

async function readKeys(): Promise<string> {
  const client = await createClient({ url: redisUrl }).connect();
  const keys = await client.keys("*");
  const hashes = await Promise.all(keys.map((key) => client.hGetAll(key)));
  // What is not cleared away by Redis itself would stay for good.
  for (const key of keys) expect(await client.pTTL(key)).toBeGreaterThan(0);
  client.destroy();
  return keys.map((key, index) => `${key} ${JSON.stringify(hashes[index])}`).join("\n");
}

describe("rows in Postgres whose window has ended", () => {
  skippable("are deleted, and no others", async () => {
    const ended = { policy: "proof.once", points: 1, endsAt: new Date(Date.now() - 1_000) };
    const rows = Array.from({ length: 3 }, () => ({ ...ended, subject: randomUUID() }));
    const running = { ...ended, subject: randomUUID(), endsAt: new Date(Date.now() + 60_000) };
    await db().rateLimit.createMany({ data: [...rows, running] });
    expect(await deleteEndedLimits()).toBeGreaterThanOrEqual(3);
    while ((await deleteEndedLimits()) > 0);
    const subjects = rows.map(({ subject }) => subject);
    expect(await db().rateLimit.count({ where: { subject: { in: subjects } } })).toBe(0);
    expect(await db().rateLimit.count({ where: { subject: running.subject } })).toBe(1);
  });

  skippable("are deleted in passing, by whoever counts after an hour", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const store = createPostgresStore();
      const { consume } = createLimits(async () => store);
      const ended = { policy: "proof.once", subject: randomUUID(), points: 1, endsAt: new Date(Date.now() - 1_000) };
      await db().rateLimit.create({ data: ended });
      await consume([{ policy: "proof.once", subject: randomUUID() }]);
      expect(await db().rateLimit.count({ where: { subject: ended.subject } })).toBe(1);
      vi.advanceTimersByTime(60 * 60_000);
      await consume([{ policy: "proof.once", subject: randomUUID() }]);
      expect(await db().rateLimit.count({ where: { subject: ended.subject } })).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
