import { db } from "@/lib/db/client";

const job = "retention";

/** A job that runs once a day is late after this many hours: one missed run, and some room. */
const retentionLateHours = 36;

/** How the job stands that deletes old records. `lastRunAt` is null where it never ran through. */
export type RetentionRun = { lastRunAt: Date | null; isLate: boolean };

/** Notes that the job has run through, so that somebody notices when it stops. */
export async function recordRetentionRun(finishedAt = new Date()): Promise<void> {
  await db().jobRun.upsert({ where: { job }, create: { job, finishedAt }, update: { finishedAt } });
}

/** When the job last ran through. A shop that is younger than `retentionLateHours` is not late. */
export async function readRetentionRun(now = new Date()): Promise<RetentionRun> {
  const run = await db().jobRun.findUnique({ where: { job } });
  const since = run?.finishedAt ?? run?.watchedSince;
  const isLate = since === undefined || now.getTime() - since.getTime() > retentionLateHours * 60 * 60_000;
  return { lastRunAt: run?.finishedAt ?? null, isLate };
}
