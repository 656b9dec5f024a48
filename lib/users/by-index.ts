import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/**
 * Runs a query without a sequential scan wherever an index serves, whatever the planner expects; and without JIT, which
 * takes longer to compile than such a query to run. Both hold for its transaction only.
 */
export async function byIndex<Row>(query: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await db().$transaction([
    db().$queryRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`,
    db().$queryRaw<Row[]>(query),
  ]);
  return rows;
}

/** A step of a plan, as far as it is read here. */
export type PlanNode = { "Node Type": string; "Plan Rows": number; Plans?: PlanNode[] };

/** How the planner would read a statement by index, and what it expects (PostgreSQL manual, Row Estimation Examples). */
export async function explain(query: Prisma.Sql): Promise<PlanNode | undefined> {
  const [row] = await byIndex<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
  return row?.["QUERY PLAN"][0].Plan;
}
