import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { readAges } from "./read-ages";

it("the ages are those of the oldest mail that waits, and of the daily job's last run", async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const before = await readAges();
  const mail = { kind: "welcome", maskedAddress: "a…@example.com", address: "ana@example.com", facts: {} };
  const done = { dueAt: null, address: null, facts: undefined, acceptedAt: new Date() };
  await db().outboxMail.createMany({
    data: [
      { ...mail, key: "welcome:ages-1", createdAt: hoursAgo(2) },
      { ...mail, ...done, key: "welcome:ages-2", createdAt: hoursAgo(9) },
    ],
  });
  const run = { finishedAt: hoursAgo(30) };
  await db().jobRun.upsert({ where: { job: "daily" }, create: { job: "daily", ...run }, update: run });
  const ages = await readAges();
  expect(ages?.waitingMails).toBe((before?.waitingMails ?? 0) + 1);
  expect((ages?.outbox ?? 0) / 3_600).toBeCloseTo(2, 1);
  expect(Object.keys(ages?.jobs ?? {})).toEqual(["daily"]);
  expect((ages?.jobs.daily ?? 0) / 3_600).toBeCloseTo(30, 1);
});
