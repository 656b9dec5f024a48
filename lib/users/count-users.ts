import { Prisma } from "@/lib/db/generated/client";
import { byIndex, chooseSearchMethod, explain, filterConditions, type PlanNode, type UserFilter } from "./user-filter";

/** Counted, estimated by the planner, or only known to be more. */
export type UserCount = { kind: "exact" | "estimate" | "more than"; count: number };

export const mostCounted = 5_000;

export function where(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
}

/** `fitting`: matching users; `touched`: rows read by the indexes. */
export type UserEstimate = { fitting: number; touched: number };

export async function estimateUsers(filter: UserFilter): Promise<UserEstimate> {
  const plan = await explain(Prisma.sql`SELECT FROM "User" u ${where(filterConditions(filter))}`);
  return plan ? { fitting: plan["Plan Rows"], touched: touchedRows(plan) } : { fitting: 0, touched: 0 };
}

/** For conditions that one index answers. Reads no row of the table. */
export async function estimateRange(conditions: Prisma.Sql[]): Promise<number> {
  const plan = await explain(Prisma.sql`SELECT FROM "User" ${where(conditions)}`);
  return plan?.["Plan Rows"] ?? 0;
}

/** Not counted: bitmaps of an index, which cost next to nothing. */
function touchedRows(node: PlanNode): number {
  const own = node["Node Type"] === "Bitmap Index Scan" ? 0 : node["Plan Rows"];
  return Math.max(own, ...(node.Plans ?? []).map(touchedRows));
}

/** Counts matching users if that touches few rows, else gives the estimate. */
export async function countUsers(filter: UserFilter, { fitting, touched }: UserEstimate): Promise<UserCount> {
  if (touched > mostCounted) return { kind: "estimate", count: Number(fitting.toPrecision(2)) };
  const conditions = filterConditions(filter, await chooseSearchMethod(filter));
  const [row] = await byIndex<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count
    FROM (SELECT FROM "User" u ${where(conditions)} LIMIT ${mostCounted + 1}) fitting`);
  const count = row?.count ?? 0;
  return count > mostCounted ? { kind: "more than", count: mostCounted } : { kind: "exact", count };
}
