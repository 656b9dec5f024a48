import { setTimeout } from "node:timers/promises";
import { db, type Transaction } from "@/lib/db/client";

/** Embedded PostgreSQL has one transaction at a time. */
const longestWaitMs = 5_000;

/** Runs `meanwhile` between `before` and `after` of an open transaction, until done or waiting for a lock. */
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
  // The statistics are cached per transaction.
  await transaction.$executeRaw`SELECT pg_stat_clear_snapshot()`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "datname" = current_database() LIMIT 1`;
  return rows.length > 0;
}
