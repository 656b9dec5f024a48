import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { byIndex } from "./by-index";
import { filterConditions, type UserFilter } from "./user-filter";

/** How many users fit: counted, or estimated by the planner from its statistics, or only known to be more. */
export type UserCount = { kind: "exact" | "estimate" | "more than"; count: number };

/** Up to this many are counted. */
const mostCounted = 10_000;

/** WHERE for the table named "u"; nothing if there are no conditions. */
export function where(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
}

/** How many users the planner expects to fit (PostgreSQL manual, Row Estimation Examples): reads no row of the table. */
export async function estimateUsers(filter: UserFilter): Promise<number> {
  const [row] = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[]>`
    EXPLAIN (FORMAT JSON) SELECT FROM "User" u ${where(filterConditions(filter))}`;
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

/** Counts the users that fit where they are expected to be few, and gives the expectation where they are many. */
export async function countUsers(filter: UserFilter, estimate: number): Promise<UserCount> {
  if (estimate > mostCounted) return { kind: "estimate", count: Number(estimate.toPrecision(2)) };
  const [row] = await byIndex<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count
    FROM (SELECT FROM "User" u ${where(filterConditions(filter))} LIMIT ${mostCounted + 1}) fitting`);
  const count = row?.count ?? 0;
  return count > mostCounted ? { kind: "more than", count: mostCounted } : { kind: "exact", count };
}
