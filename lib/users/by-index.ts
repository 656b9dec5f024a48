import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

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
