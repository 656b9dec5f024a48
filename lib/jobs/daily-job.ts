import { countOldestDay } from "@/lib/admin/count-events-by-day";
import { deleteOldBatch } from "@/lib/admin/delete-old-records";
import { deleteDueUsers } from "@/lib/admin/delete-user";
import { claimDailyJob, keepDailyJob, type Progress, releaseDailyJob } from "@/lib/admin/job-run";
import { sendDueBatch } from "@/lib/auth/outbox/send-outbox";
import { isDatabaseUnavailable } from "@/lib/db/database-errors";
import { sendDueEvents } from "@/lib/events/send-events";
import { describeError, logEvent } from "@/lib/log";
import { settlePayments } from "@/lib/payment/settle-payments";
import { keptSince } from "@/lib/retention";
import { tellProviderAlarms } from "@/lib/verification/provider-alarms";

/** In ms. Vercel ends a function after 60 s in its smallest plan, and nginx waits as long. A batch takes seconds. */
const runBudgetMs = 40_000;

/** `next`: where the next batch continues; null after the last one. */
type Batch = { done: number; failed: number; next: string | null };

type StepName = "payment" | "dailyCount" | "userPendingDeletion" | keyof typeof deleteOldBatch;

/** In this order: events are counted before they are deleted. A batch commits by itself. */
const steps: Record<StepName, (cursor: string | null, now: Date) => Promise<Batch>> = {
  payment: async () => ({ ...(await settlePayments()), next: null }),
  dailyCount: repeated(countOldestDay),
  userPendingDeletion: async (cursor, now) => {
    const { deleted, failed, lastId } = await deleteDueUsers(keptSince("userPendingDeletion", now), cursor);
    return { done: deleted, failed, next: lastId };
  },
  auditEvent: repeated(deleteOldBatch.auditEvent),
  changeReason: repeated(deleteOldBatch.changeReason),
  challenge: repeated(deleteOldBatch.challenge),
  session: repeated(deleteOldBatch.session),
  trustedDevice: repeated(deleteOldBatch.trustedDevice),
  mailEvent: repeated(deleteOldBatch.mailEvent),
  paymentEvent: repeated(deleteOldBatch.paymentEvent),
  mailArrival: repeated(deleteOldBatch.mailArrival),
  usedPasskeyChallenge: repeated(deleteOldBatch.usedPasskeyChallenge),
  limit: repeated(deleteOldBatch.limit),
  emailChange: repeated(deleteOldBatch.emailChange),
  accountRecovery: repeated(deleteOldBatch.accountRecovery),
  outboxMail: repeated(deleteOldBatch.outboxMail),
  guestBag: repeated(deleteOldBatch.guestBag),
  order: repeated(deleteOldBatch.order),
};
const stepNames = Object.keys(steps) as StepName[];

function repeated(doBatch: (now: Date) => Promise<number>): (typeof steps)[StepName] {
  return async (_cursor, now) => {
    const done = await doBatch(now);
    return { done, failed: 0, next: done === 0 ? null : "" };
  };
}

/** `unfinished`: the budget was used up, and the next run continues. `running`: another run has the job. */
export type JobReport = {
  state: "finished" | "unfinished" | "failed" | "running";
  done: Partial<Record<StepName | "mailSent" | "eventSent", number>>;
  /** The log says why. */
  failed: string[];
};

/** Sends due mails and events, settles payments, counts past days, deletes what has been kept long enough. One run at a
 * time; each batch commits, so a run that is stopped loses nothing. Throws if the database does not answer. */
export async function runDailyJob(budgetMs = runBudgetMs): Promise<JobReport> {
  const startedAt = performance.now();
  const isOver = (budget: number) => performance.now() - startedAt >= budget;
  const claimed = await claimDailyJob();
  if (claimed === null) return { state: "running", done: {}, failed: [] };
  const { claim } = claimed;
  let progress: Progress | null = readProgress(claimed.progress);
  const done: JobReport["done"] = {};

  await tellProviderAlarms();
  // First in each run, since people wait for them. At most half the time, so that old records go too.
  let areMailsTried = false;
  do {
    const { accepted, isLast } = await sendDueBatch();
    done.mailSent = (done.mailSent ?? 0) + accepted;
    areMailsTried = isLast;
    if (!(await keepDailyJob(claim, progress))) return { state: "running", done, failed: progress.failed };
  } while (!areMailsTried && !isOver(budgetMs / 2));

  const events = await sendDueEvents({ budgetMs: budgetMs / 4 });
  if (events.delivered > 0) done.eventSent = events.delivered;
  if (!(await keepDailyJob(claim, progress))) return { state: "running", done, failed: progress.failed };

  const now = new Date();
  let failed: string[] = [];
  do {
    const step = progress.step as StepName;
    const batch = await runBatch(step, progress.cursor, now);
    done[step] = (done[step] ?? 0) + batch.done;
    failed = batch.failed === 0 ? progress.failed : [...new Set([...progress.failed, step])];
    progress = advance(step, batch.next, failed);
    if (progress !== null && !(await keepDailyJob(claim, progress))) return { state: "running", done, failed };
  } while (progress !== null && !isOver(budgetMs));

  const isThrough = progress === null && areMailsTried && events.isLast;
  const state = !isThrough ? "unfinished" : failed.length > 0 ? "failed" : "finished";
  await releaseDailyJob(claim, progress, state === "finished");
  logEvent(state === "failed" ? "error" : "info", "daily_job", { ...done, state, failed: failed.join() });
  return { state, done, failed };
}

function readProgress(progress: Progress | null): Progress {
  const isKnown = stepNames.some((name) => name === progress?.step);
  return progress !== null && isKnown ? progress : { step: stepNames[0] ?? "", cursor: null, failed: [] };
}

function advance(step: StepName, cursor: string | null, failed: string[]): Progress | null {
  if (cursor !== null) return { step, cursor, failed };
  const next = stepNames[stepNames.indexOf(step) + 1];
  return next === undefined ? null : { step: next, cursor: null, failed };
}

async function runBatch(step: StepName, cursor: string | null, now: Date): Promise<Batch> {
  try {
    return await steps[step](cursor, now);
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    logEvent("error", "daily_job_step_failed", { step, ...describeError(error) });
    return { done: 0, failed: 1, next: null };
  }
}
