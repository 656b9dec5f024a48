import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type Charge, createLimits } from "./count-limits";
import { createPostgresStore } from "./postgres-store";

const stores = [["Postgres", createPostgresStore] as const];

describe.each(stores)("limits in %s", (_name, createStore) => {
  const store = createStore();
  const { consume, refund, forget, exhaust } = createLimits(async () => store);

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

  it("let exactly as many of 50 parallel calls through as they say", async () => {
    const subject = somebody();
    const decisions = await atOnce(50, () => [{ policy: "send.address.short", subject }]);
    expect(allowed(decisions)).toBe(5);
  });

  it("tell of the crossing once, also to 50 parallel calls", async () => {
    const subject = somebody();
    const decisions = await atOnce(50, () => [{ policy: "send.address.short", subject }]);
    expect(decisions.filter((decision) => !decision.isAllowed && decision.isFirst)).toHaveLength(1);
    expect(await consume([{ policy: "send.address.short", subject }])).toMatchObject({ isFirst: false });
  });

  it("say when to come back", async () => {
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

  it("name the limit that is in the way for longest", async () => {
    const subject = somebody();
    const both: Charge[] = [
      { policy: "check.identity.hour", subject },
      { policy: "check.identity.day", subject },
    ];
    await Promise.all(both.map((charge) => exhaust(charge, charge.policy === "check.identity.day" ? 86_400 : 3_600)));
    expect(await consume(both)).toMatchObject({ isAllowed: false, policy: "check.identity.day" });
  });

  it("count each subject and each policy by itself", async () => {
    const subject = somebody();
    await times(6, [{ policy: "send.address.short", subject }]);
    expect(await consume([{ policy: "send.address.short", subject: somebody() }])).toMatchObject({ isAllowed: true });
    expect(await consume([{ policy: "send.address.day", subject }])).toMatchObject({ isAllowed: true });
  });

  it("call the charges above the soft limit suspicious", async () => {
    const decisions = await times(5, [{ policy: "send.address.short", subject: somebody() }]);
    expect(decisions).toEqual(
      [false, false, false, true, true].map((isSuspicious) => ({ isAllowed: true, isSuspicious })),
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

  it("give room for one after a refund, however many were refused meanwhile", async () => {
    const charges: Charge[] = [{ policy: "send.address.short", subject: somebody() }];
    await times(9, charges);
    await refund(charges);
    expect(allowed(await times(3, charges))).toBe(1);
  });

  it("forget", async () => {
    const charges: Charge[] = [
      { policy: "check.identity.hour", subject: somebody() },
      { policy: "check.identity.day", subject: somebody() },
    ];
    await times(11, charges);
    await forget(charges);
    expect(allowed(await times(11, charges))).toBe(10);
  });

  it("are used up at once where asked, for so long, and never for less than before", async () => {
    const charge: Charge = { policy: "send.pair.hour", subject: somebody() };
    await exhaust(charge, 7_200);
    await exhaust(charge, 60);
    const refusal = await consume([charge]);
    if (refusal.isAllowed) throw new Error("The call was let through.");
    expect((refusal.retryAt.getTime() - Date.now()) / 1000).toBeGreaterThan(7_190);
  });

  it("open when the window ends, and not later for those who kept asking", async () => {
    const charge: Charge = { policy: "check.known.hour", subject: somebody() };
    await exhaust(charge, 1);
    const asking = [];
    for (let tries = 0; tries < 8; tries += 1) {
      asking.push(await consume([charge]));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(asking[0]).toMatchObject({ isAllowed: false });
    expect(asking.at(-1)).toMatchObject({ isAllowed: true });
  });

  it("never wait for each other, in whatever order the charges come", async () => {
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
});

describe("the rows", () => {
  it("hold no address in clear", async () => {
    const limits = createLimits(async () => createPostgresStore());
    const subject = `${randomUUID()}@example.com`;
    await limits.consume([{ policy: "send.address.short", subject }]);
    const rows = await db().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(subject);
    expect(JSON.stringify(rows)).not.toContain("example.com");
  });
});
