import { setTimeout } from "node:timers/promises";
import { db, type Transaction } from "@/lib/db/client";

/** The embedded PostgreSQL runs one transaction at a time and shows nobody waiting. */
const longestWaitMs = 5_000;

/**
 * Runs `meanwhile` beside an open transaction: after `before` in it, and before `after`. The transaction ends once
 * `meanwhile` is done or waits for a lock, so the outcome does not depend on how fast the machine is.
 */
export async function whileOpen<Value>(
  before: (transaction: Transaction) => Promise<unknown>,
  meanwhile: () => Promise<Value>,
  after: (transaction: Transaction) => Promise<unknown> = async () => {},
): Promise<Value> {
  let result: Promise<Value> | undefined;
  await db().$transaction(
    async (transaction) => {
      await before(transaction);
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      result = meanwhile();
      result.then(end, end);
      const giveUpAt = Date.now() + longestWaitMs;
      while (!isDone && Date.now() < giveUpAt && !(await isAnybodyWaiting(transaction))) await setTimeout(20);
      await after(transaction);
    },
    { timeout: 30_000 },
  );
  return (await result) as Value;
}

async function isAnybodyWaiting(transaction: Transaction): Promise<boolean> {
  // PostgreSQL shows a transaction the activity of its first look until it is told to look again.
  await transaction.$executeRaw`SELECT pg_stat_clear_snapshot()`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "datname" = current_database() LIMIT 1`;
  return rows.length > 0;
}
