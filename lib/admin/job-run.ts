import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";

const job = "daily";

/** One missed daily run, and some room. */
const lateHours = 36;

/** Longer than a batch takes. The claim of a dead run ends after it. */
const claimSeconds = 60;

/** Where the job is: the next batch is of `step`, after `cursor`. */
export type Progress = { step: string; cursor: string | null; failed: string[] };

/** `lastRunAt`: null if it never finished. */
export type DailyJobRun = { lastRunAt: Date | null; isLate: boolean };

/** A shop younger than `lateHours` is not late. */
export async function readDailyJobRun(now = new Date()): Promise<DailyJobRun> {
  const run = await db().jobRun.findUnique({ where: { job } });
  const since = run?.finishedAt ?? run?.watchedSince;
  const isLate = since === undefined || now.getTime() - since.getTime() > lateHours * 60 * 60_000;
  return { lastRunAt: run?.finishedAt ?? null, isLate };
}

/** Gives the job to this run; null while another run has it. */
export async function claimDailyJob(): Promise<{ claim: string; progress: Progress | null } | null> {
  const claim = randomUUID();
  const [run] = await db().$queryRaw<{ progress: Progress | null }[]>`
    INSERT INTO "JobRun" AS run ("job", "claim", "claimedUntil")
    VALUES (${job}, ${claim}::uuid, clock_timestamp() + make_interval(secs => ${claimSeconds}::int))
    ON CONFLICT ("job") DO UPDATE SET "claim" = EXCLUDED."claim", "claimedUntil" = EXCLUDED."claimedUntil"
    WHERE run."claimedUntil" IS NULL OR run."claimedUntil" <= clock_timestamp()
    RETURNING "progress"`;
  return run === undefined ? null : { claim, progress: run.progress };
}

/** Keeps the claim, and notes where a later run continues. False if another run has taken the job. */
export async function keepDailyJob(claim: string, progress: Progress): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE "JobRun" SET "progress" = ${JSON.stringify(progress)}::jsonb,
      "claimedUntil" = clock_timestamp() + make_interval(secs => ${claimSeconds}::int)
    WHERE "job" = ${job} AND "claim" = ${claim}::uuid`;
  return count === 1;
}

/** Lets the next run begin: at `progress`, or from the start. */
export async function releaseDailyJob(claim: string, progress: Progress | null, isFinished: boolean): Promise<void> {
  const text = progress === null ? null : JSON.stringify(progress);
  await db().$executeRaw`
    UPDATE "JobRun" SET "claim" = NULL, "claimedUntil" = NULL, "progress" = ${text}::jsonb,
      "finishedAt" = CASE WHEN ${isFinished}::bool THEN clock_timestamp() ELSE "finishedAt" END
    WHERE "job" = ${job} AND "claim" = ${claim}::uuid`;
}
