import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import type { TrailEvent } from "./webhook-message";

const batchSize = 100;

/** The next events with ids after `after`, up to `last`, in their order. */
export async function readEvents(after: bigint, last: bigint): Promise<TrailEvent[]> {
  return await db().$queryRaw<TrailEvent[]>`${keptPlan}
    SELECT "id", "at", "name", "actorId", "subjectId", "challengeId", "maskedIdentifier", "ip", "userAgent", "details"
    FROM "AuditEvent" WHERE "id" > ${after} AND "id" <= ${last} ORDER BY "id" LIMIT ${batchSize}::int`;
}

/** In ms. Transactions that write to the trail take milliseconds. */
const waitMs = 2_000;
const lookEveryMs = 25;

/** An id up to which no event can appear any more. Ids are given out before their transactions commit, so a later one may
 * be visible first. Each writer holds the table's lock for writers, from before it takes an id until its commit is
 * visible. So this reads the newest visible id, then who writes, and waits for these alone. It blocks nobody. Null if
 * one of them still runs after 2 s, or the trail is empty. */
export async function readSettledId(): Promise<bigint | null> {
  const [seen] = await db().$queryRaw<{ newest: bigint | null; running: string[] }[]>`
    SELECT (SELECT max("id") FROM "AuditEvent") AS "newest", ARRAY(${writers}) AS "running"`;
  if (!seen?.newest) return null;
  const endsAt = performance.now() + waitMs;
  let { running } = seen;
  while (running.length > 0) {
    if (performance.now() >= endsAt) return null;
    await sleep(lookEveryMs);
    const rows = await db().$queryRaw<{ writer: string }[]>`
      SELECT "writer" FROM (${writers}) AS "now" WHERE "writer" = ANY(${running})`;
    running = rows.map(({ writer }) => writer);
  }
  return seen.newest;
}

/** postgresql.org/docs/current/view-pg-locks.html */
const writers = Prisma.sql`
  SELECT "virtualtransaction" AS "writer" FROM "pg_locks"
  WHERE "locktype" = 'relation' AND "relation" = '"AuditEvent"'::regclass AND "mode" = 'RowExclusiveLock' AND "granted"
    AND "database" = (SELECT "oid" FROM "pg_database" WHERE "datname" = current_database())`;
