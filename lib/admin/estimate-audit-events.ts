import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type AuditFilter, countAuditRange } from "./read-audit-range";

/** Up to here entries are counted one by one. */
const countedAtMost = 1_000;

export type AuditCount = { count: number; isEstimate: boolean };

/**
 * How many entries fit a filter: exact up to 1,000, above that what PostgreSQL's planner expects from its statistics,
 * since counting millions takes seconds. The estimate is never below what was counted.
 */
export async function estimateAuditEvents(filter: AuditFilter): Promise<AuditCount> {
  const counted = await countAuditRange(filter, countedAtMost + 1);
  if (counted <= countedAtMost) return { count: counted, isEstimate: false };
  const [row] = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[]>`
    EXPLAIN (FORMAT JSON) SELECT FROM "AuditEvent" WHERE ${conditions(filter)}`;
  const expected = row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  return { count: Math.max(counted, expected), isEstimate: true };
}

function conditions({ actorId, subjectId, names = [], from, to }: AuditFilter): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (actorId) all.push(Prisma.sql`"actorId" = ${actorId}::uuid`);
  if (subjectId) all.push(Prisma.sql`"subjectId" = ${subjectId}::uuid`);
  if (names.length > 0) all.push(Prisma.sql`"name" = ANY(${[...names]}::text[])`);
  if (from) all.push(Prisma.sql`"at" >= ${from}::timestamptz`);
  if (to) all.push(Prisma.sql`"at" < ${to}::timestamptz`);
  return Prisma.join(all, " AND ");
}
