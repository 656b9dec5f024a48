import { Prisma } from "@/lib/db/generated/client";
import { byIndex } from "./by-index";

/** A step of a plan, as far as it is read here. */
export type PlanNode = { "Node Type": string; "Plan Rows": number; Plans?: PlanNode[] };

/** How the planner would read a statement by index, and what it expects (PostgreSQL manual, Row Estimation Examples). */
export async function explain(query: Prisma.Sql): Promise<PlanNode | undefined> {
  const [row] = await byIndex<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
  return row?.["QUERY PLAN"][0].Plan;
}
