import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { createUser, makeOlder } from "@/test/login-parts";
import { verifyPhone } from "@/test/profile-parts";

const dayMs = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);

it("records older than their retention time are deleted, and younger ones are kept (R41)", async () => {
  const user = await createUser();
  const name = "login_requested";
  const mark = randomBytes(8).toString("hex");
  await db().auditEvent.createMany({
    data: [91, 89, 0].map((days) => ({ name, at: daysAgo(days), userAgent: mark })),
  });
  for (const days of [8, 6]) {
    await db().challenge.create({
      data: {
        id: randomBytes(16).toString("base64url"),
        purpose: "LOGIN",
        address: user.email,
        browserKeyHash: mark,
        createdAt: daysAgo(days),
        expiresAt: daysAgo(days),
      },
    });
  }
  for (const days of [91, 89]) {
    await db().mailEvent.create({ data: { id: `${mark}${days}`, kind: "bounce", receivedAt: daysAgo(days) } });
  }
  for (const days of [8, 6]) {
    await db().mailEvent.create({ data: { id: `${mark}${days}`, kind: "delivered", receivedAt: daysAgo(days) } });
  }
  for (const days of [31, 29]) {
    await db().trustedDevice.create({
      data: { userId: user.id, keyHash: `${mark}${days}`, lastSeenAt: daysAgo(days) },
    });
  }
  for (const [days, lifeDays] of [[2, 1] as const, [2, 90] as const]) {
    await db().session.create({
      data: {
        userId: user.id,
        sessionToken: `${mark}${lifeDays}`,
        method: "EMAIL_CODE",
        createdAt: daysAgo(days),
        expires: new Date(daysAgo(days).getTime() + lifeDays * dayMs),
      },
    });
  }

  for (const minutes of [61, 59, -1]) {
    const expiresAt = new Date(Date.now() - minutes * 60_000);
    await db().usedPasskeyChallenge.create({ data: { challengeHash: `${mark}${minutes}`, expiresAt } });
  }

  for (const minutes of [1, -1]) {
    const expiresAt = new Date(Date.now() - minutes * 60_000);
    await db().bag.create({ data: { keyHash: `${mark}${minutes}`, expiresAt } });
  }

  const reasons = [91, 89].map((days) => ({ id: randomUUID(), userId: user.id, text: mark, at: daysAgo(days) }));
  await db().changeReason.createMany({ data: reasons });

  const { done: deleted } = await runDailyJob();
  expect(Object.values(deleted).every((count) => count >= 0)).toBe(true);
  expect(await db().auditEvent.count({ where: { userAgent: mark } })).toBe(2);
  expect(await db().bag.findMany({ where: { keyHash: { startsWith: mark } } })).toMatchObject([
    { keyHash: `${mark}-1` },
  ]);
  expect(await db().challenge.count({ where: { browserKeyHash: mark } })).toBe(1);
  expect(await db().mailEvent.count({ where: { id: { startsWith: mark } } })).toBe(2);
  expect(await db().changeReason.count({ where: { text: mark } })).toBe(1);
  expect(await db().usedPasskeyChallenge.count({ where: { challengeHash: { startsWith: mark } } })).toBe(2);
  expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(1);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
});

it("sent and given-up emails are kept for staff for 30 days, and not longer", async () => {
  const mark = randomBytes(8).toString("hex");
  for (const days of [31, 29]) {
    for (const done of ["acceptedAt", "failedAt"] as const) {
      const sent = { kind: "welcome", maskedAddress: "n***@example.com", dueAt: null, [done]: daysAgo(days) };
      await db().outboxMail.create({ data: { key: `${mark} ${days} ${done}`, createdAt: daysAgo(days), ...sent } });
    }
  }
  const { outboxMail } = (await runDailyJob()).done;
  expect(outboxMail).toBeGreaterThanOrEqual(2);
  const left = await db().outboxMail.findMany({ where: { key: { startsWith: mark } }, select: { key: true } });
  expect(left.map(({ key }) => key).sort()).toEqual([`${mark} 29 acceptedAt`, `${mark} 29 failedAt`]);
});

it("a browser is kept while it has a session, so that a report can still end that session", async () => {
  const user = await createUser();
  const keyHash = randomBytes(8).toString("hex");
  await db().trustedDevice.create({ data: { userId: user.id, keyHash, lastSeenAt: daysAgo(60) } });
  await db().session.create({
    data: {
      userId: user.id,
      sessionToken: keyHash,
      browserKeyHash: keyHash,
      method: "EMAIL_CODE",
      createdAt: daysAgo(60),
      expires: daysAgo(-30),
    },
  });
  await runDailyJob();
  expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(1);
  await db().session.deleteMany({ where: { userId: user.id } });
  await runDailyJob();
  expect(await db().trustedDevice.count({ where: { userId: user.id } })).toBe(0);
});

it("a phone verification is kept while the number counts, so that its email can undo it at any age", async () => {
  const { session, challengeId } = await verifyPhone();
  await makeOlder(challengeId, 40 * 24 * 60 * 60);
  await runDailyJob();
  expect(await db().challenge.count({ where: { id: challengeId } })).toBe(1);
  await db().user.update({ where: { id: session.user.id }, data: { phoneVerified: null } });
  await runDailyJob();
  expect(await db().challenge.count({ where: { id: challengeId } })).toBe(0);
});

it("a recent audit trail entry cannot be deleted (R41)", async () => {
  await runDailyJob();
  await db().auditEvent.create({ data: { name: "login_requested" } });
  await expect(db().auditEvent.deleteMany()).rejects.toThrow(/append-only/);
});
