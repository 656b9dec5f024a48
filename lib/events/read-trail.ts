import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import type { TrailEvent } from "./webhook-message";

const batchSize = 100;

export async function readEvents(after: bigint, last: bigint): Promise<TrailEvent[]> {
  return await db().$queryRaw<TrailEvent[]>`${keptPlan}
    SELECT "id", "at", "name", "actorId", "subjectId", "challengeId", "maskedIdentifier", "ip", "userAgent", "details"
    FROM "AuditEvent" WHERE "id" > ${after} AND "id" <= ${last} ORDER BY "id" LIMIT ${batchSize}::int`;
}

const waitMs = 2_000;
const lookEveryMs = 25;

/** An id up to which no event will appear, though transactions commit out of the order of ids: each writer holds the table's
 * lock from before it takes an id until its commit is visible, so the present ones are waited for. Null after 2 s. */
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

const writers = Prisma.sql`
  SELECT "virtualtransaction" AS "writer" FROM "pg_locks"
  WHERE "locktype" = 'relation' AND "relation" = '"AuditEvent"'::regclass AND "mode" = 'RowExclusiveLock' AND "granted"
    AND "database" = (SELECT "oid" FROM "pg_database" WHERE "datname" = current_database())`;
