import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";

const dayMs = 24 * 60 * 60_000;

/**
 * How long a day must be over before it is counted for good, in milliseconds: an entry has the time at which its
 * transaction began, and one that began before midnight may end after it.
 */
const settledAfterMs = 10 * 60_000;

/** One day (UTC, its first moment) and how often each event happened on it; no key for what did not happen. */
export type DayCounts = { day: Date; counts: Partial<Record<AuditEventName, number>> };

/**
 * The counts of the last `days` days, oldest first, today included. A day that is over is counted once and kept, so that
 * the dashboard reads a few hundred rows however long the audit trail is, and knows days whose entries are deleted.
 */
export async function countEventsByDay(days: number, now = new Date()): Promise<DayCounts[]> {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const all = Array.from({ length: days }, (_, index) => new Date(today - (days - 1 - index) * dayMs));
  const over = all.filter((day) => day.getTime() + dayMs + settledAfterMs <= now.getTime());
  const kept = await readKept(over);
  const missing = over.filter((day) => !kept.has(day.getTime()));
  for (const day of missing) kept.set(day.getTime(), await countForGood(day));
  const live = all.slice(over.length);
  for (const day of live) kept.set(day.getTime(), await count(day));
  return all.map((day) => ({ day, counts: kept.get(day.getTime()) ?? {} }));
}

type Counts = DayCounts["counts"];

async function readKept(days: Date[]): Promise<Map<number, Counts>> {
  const rows = await db().dailyCount.findMany({ where: { day: { in: days } } });
  const kept = new Map<number, Counts>();
  for (const { day, name, count } of rows) {
    const counts = kept.get(day.getTime()) ?? {};
    if (name !== "") counts[name as AuditEventName] = count;
    kept.set(day.getTime(), counts);
  }
  return kept;
}

async function countForGood(day: Date): Promise<Counts> {
  const counts = await count(day);
  const rows = Object.entries(counts).map(([name, count]) => ({ day, name, count }));
  // Two readers may count the same day at once, and get the same numbers.
  await db().dailyCount.createMany({ data: [...rows, { day, name: "", count: 0 }], skipDuplicates: true });
  return counts;
}

async function count(day: Date): Promise<Counts> {
  const rows = await db().$queryRaw<{ name: AuditEventName; count: number }[]>`
    SELECT "name", count(*)::int AS "count" FROM "AuditEvent"
    WHERE "at" >= ${day} AND "at" < ${new Date(day.getTime() + dayMs)}
    GROUP BY "name"`;
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
