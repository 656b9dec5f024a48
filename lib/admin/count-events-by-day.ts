import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { keptDays } from "@/lib/retention";

const dayMs = 24 * 60 * 60_000;

/** An entry has its transaction's start time, so it may commit after midnight. */
const settledAfterMs = 10 * 60_000;

export const channels = ["EMAIL", "SMS", "WHATSAPP", "CALL"] as const;
export type Channel = (typeof channels)[number];

/** No key for zero. */
export type Counts = Partial<Record<AuditEventName, number>>;

/** A UTC day. */
export type DayCounts = { day: Date; counts: Counts; byChannel: Partial<Record<Channel, Counts>> };

type Row = { name: AuditEventName; channel: string; count: number };

const namesWithChannel: AuditEventName[] = [
  "code_sent",
  "code_not_sent",
  "code_rejected",
  "login_succeeded",
  "user_registered",
  "step_up_proven",
];

/** Counts per day, oldest first, today included. A past day is counted once and kept, even after its entries go. */
export async function countEventsByDay(days: number, now = new Date()): Promise<DayCounts[]> {
  const { all, over } = lastDays(days, now);
  const kept = await readKept(over);
  const missing = over.filter((day) => !kept.has(day.getTime()));
  for (const day of missing) kept.set(day.getTime(), await countForGood(day));
  const live = all.slice(over.length);
  for (const day of live) kept.set(day.getTime(), await count(day));
  return all.map((day) => ({ day, ...addUp(kept.get(day.getTime()) ?? []) }));
}

/** Counts the oldest past day that nobody counted yet: its entries are deleted some day. Gives 0 if none is left. */
export async function countOldestDay(now: Date): Promise<number> {
  const { over } = lastDays(keptDays.auditEvent, now);
  const counted = await db().dailyCount.findMany({ where: { day: { in: over }, name: "" }, select: { day: true } });
  const known = new Set(counted.map(({ day }) => day.getTime()));
  const day = over.find((each) => !known.has(each.getTime()));
  if (day === undefined) return 0;
  await countForGood(day);
  return 1;
}

/** Oldest first, today last. `over`: the days that get no more entries. */
export function lastDays(days: number, now: Date): { all: Date[]; over: Date[] } {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const all = Array.from({ length: days }, (_, index) => new Date(today - (days - 1 - index) * dayMs));
  return { all, over: all.filter((day) => day.getTime() + dayMs + settledAfterMs <= now.getTime()) };
}

function addUp(rows: Row[]): Omit<DayCounts, "day"> {
  const counts: Counts = {};
  const byChannel: DayCounts["byChannel"] = {};
  for (const { name, channel, count } of rows) {
    counts[name] = (counts[name] ?? 0) + count;
    if (!isChannel(channel)) continue;
    const ofChannel = byChannel[channel] ?? {};
    ofChannel[name] = count;
    byChannel[channel] = ofChannel;
  }
  return { counts, byChannel };
}

function isChannel(text: string): text is Channel {
  return channels.some((channel) => channel === text);
}

/** A day without a row was never counted. */
async function readKept(days: Date[]): Promise<Map<number, Row[]>> {
  const found = await db().dailyCount.findMany({ where: { day: { in: days } } });
  const kept = new Map<number, Row[]>();
  for (const { day, name, channel, count } of found) {
    const rows = kept.get(day.getTime()) ?? [];
    if (name !== "") rows.push({ name: name as AuditEventName, channel, count });
    kept.set(day.getTime(), rows);
  }
  return kept;
}

async function countForGood(day: Date): Promise<Row[]> {
  const counted = await count(day);
  const rows = counted.map((row) => ({ day, ...row }));
  // Parallel readers get the same numbers.
  await db().dailyCount.createMany({ data: [...rows, { day, name: "", count: 0 }], skipDuplicates: true });
  return counted;
}

/** Old entries without channel and method were about mails. */
async function count(day: Date): Promise<Row[]> {
  return await db().$queryRaw<Row[]>`
    SELECT "name", "channel", count(*)::int AS "count" FROM (
      SELECT "name", CASE WHEN "name" = ANY(${namesWithChannel}::text[])
        THEN coalesce("details"->>'channel', CASE WHEN "details"->>'method' IS NULL THEN 'EMAIL' END, '')
        ELSE '' END AS "channel"
      FROM "AuditEvent" WHERE "at" >= ${day} AND "at" < ${new Date(day.getTime() + dayMs)}
    ) AS "event"
    GROUP BY "name", "channel"`;
}
