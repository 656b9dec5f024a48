import { Prisma } from "@/lib/db/generated/client";
import { byIndex, chooseSearchMethod, explain, filterConditions, type PlanNode, type UserFilter } from "./user-filter";

/** How many users fit: counted, or estimated by the planner from its statistics, or only known to be more. */
export type UserCount = { kind: "exact" | "estimate" | "more than"; count: number };

/** Up to this many are counted. */
export const mostCounted = 5_000;

/** WHERE for the table named "u"; nothing if there are no conditions. */
export function where(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
}

/** What the planner expects of gathering the users that fit by the indexes: how many there are, and the rows it reads. */
export type UserEstimate = { fitting: number; touched: number };

/** What to expect of a filter. Reads no row of the table. */
export async function estimateUsers(filter: UserFilter): Promise<UserEstimate> {
  const plan = await explain(Prisma.sql`SELECT FROM "User" u ${where(filterConditions(filter))}`);
  return plan ? { fitting: plan["Plan Rows"], touched: touchedRows(plan) } : { fitting: 0, touched: 0 };
}

/** How many users the planner expects within conditions that one index answers. Reads no row of the table. */
export async function estimateRange(conditions: Prisma.Sql[]): Promise<number> {
  const plan = await explain(Prisma.sql`SELECT FROM "User" ${where(conditions)}`);
  return plan?.["Plan Rows"] ?? 0;
}

/** The most rows that a step of a plan takes from a table. What a bitmap collects in an index costs next to nothing. */
function touchedRows(node: PlanNode): number {
  const own = node["Node Type"] === "Bitmap Index Scan" ? 0 : node["Plan Rows"];
  return Math.max(own, ...(node.Plans ?? []).map(touchedRows));
}

/**
 * Counts the users that fit where that is expected to touch few rows. Gives the expectation where it would touch many,
 * or where more fit than were expected.
 */
export async function countUsers(filter: UserFilter, { fitting, touched }: UserEstimate): Promise<UserCount> {
  if (touched > mostCounted) return { kind: "estimate", count: Number(fitting.toPrecision(2)) };
  const conditions = filterConditions(filter, await chooseSearchMethod(filter));
  const [row] = await byIndex<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count
    FROM (SELECT FROM "User" u ${where(conditions)} LIMIT ${mostCounted + 1}) fitting`);
  const count = row?.count ?? 0;
  return count > mostCounted ? { kind: "more than", count: mostCounted } : { kind: "exact", count };
}
