import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import type { Ages } from "@/lib/telemetry/metrics";

/** What waits in the outbox, and since when no daily job has finished; null if the database cannot say. In seconds. */
export async function readAges(): Promise<Ages | null> {
  try {
    const [mails, jobs] = await Promise.all([
      db().$queryRaw<{ waiting: number; age: number }[]>`
        SELECT count(*)::int AS "waiting",
          COALESCE(extract(epoch FROM clock_timestamp() - min("createdAt")), 0)::float8 AS "age"
        FROM "OutboxMail" WHERE "dueAt" IS NOT NULL`,
      db().$queryRaw<{ job: string; age: number }[]>`
        SELECT "job", extract(epoch FROM clock_timestamp() - COALESCE("finishedAt", "watchedSince"))::float8 AS "age"
        FROM "JobRun" WHERE "job" = 'daily'`,
    ]);
    const [{ waiting, age } = { waiting: 0, age: 0 }] = mails;
    return { waitingMails: waiting, outbox: age, jobs: Object.fromEntries(jobs.map((run) => [run.job, run.age])) };
  } catch (error) {
    logEvent("error", "ages_not_read", describeError(error));
    return null;
  }
}
