import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { PolicyName } from "@/lib/limits/policies";
import { inForce, readLimitEvents } from "./limits";

const now = new Date("2009-03-01T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const newSubject = () => randomBytes(32).toString("hex");

async function addEvent(policy: PolicyName, minutes: number, subject = newSubject()) {
  const details = { policy, subject };
  const from = { maskedIdentifier: "t•••t@example.com", ip: "203.0.113.7" };
  await db().auditEvent.create({ data: { name: "limit_reached", at: minutesAgo(minutes), ...from, details } });
  return subject;
}

const find = async (subject: string) =>
  (await readLimitEvents("limit_reached", now)).filter((limit) => limit.subject === subject);

it.each([
  ["send.address.short", "t•••t@example.com", null],
  ["check.known.day", "t•••t@example.com", null],
  ["send.source.short", "203.0.113.7", null],
  ["send.network.hour", "203.0.113.7", null],
  ["send.pair.hour", "t•••t@example.com", "203.0.113.7"],
  ["send.all.day", null, null],
  ["send.known.all.day", null, null],
  ["check.unknown.hour", null, null],
] as const)("a limit shows what it counts by: %s", async (policy, who, source) => {
  const subject = await addEvent(policy, 10);
  expect(await find(subject)).toEqual([{ policy, subject, who, source, met: [minutesAgo(10)] }]);
});

it("a limit of thirty days is shown while it may be in force", async () => {
  const subject = await addEvent("username.user.month", 29 * 24 * 60);
  expect(await find(subject)).toMatchObject([{ policy: "username.user.month", subject }]);
  const older = await addEvent("username.user.month", 31 * 24 * 60);
  expect(await find(older)).toEqual([]);
});

it("a limit is in force since the first entry of the current window", async () => {
  const subject = newSubject();
  for (const minutes of [200, 130, 40, 20]) await addEvent("send.source.hour", minutes, subject);
  const met = await find(subject);
  const until = new Date(now.getTime() + 15 * 60_000);
  expect(inForce(met, [until])).toMatchObject([{ policy: "send.source.hour", subject, since: minutesAgo(40), until }]);
  expect(inForce(met, [null])).toEqual([]);
});
