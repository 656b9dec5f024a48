import { db } from "@/lib/db/client";
import { deleteEndedLimits } from "@/lib/limits/postgres-store";
import { keptDays } from "@/lib/retention";
import { deleteDueUsers } from "./delete-user";

const dayMs = 24 * 60 * 60_000;

/**
 * How long a used challenge is kept after its end, in milliseconds: until then it must not count again, also for a
 * server whose clock is late or a request that took long.
 */
const usedChallengeMarginMs = 60 * 60_000;

/** Rows deleted in one transaction: few enough that logins need not wait for it. */
const batchSize = 5_000;

/** How many rows of each kind went. */
type DeletedRecords = Record<keyof typeof keptDays | "limit" | "usedPasskeyChallenge" | "changeReason", number>;

/**
 * Deletes what has been kept long enough: the job that `npm run db:prune` runs once a day. Safe to run at any time,
 * twice at once, and to be stopped: it goes in batches, each over an index, so none of them is long. The audit trail
 * lets itself be deleted from only where a transaction announces retention.
 */
export async function deleteOldRecords(now = new Date()): Promise<DeletedRecords> {
  const before = (kind: keyof typeof keptDays) => new Date(now.getTime() - keptDays[kind] * dayMs);
  const deleted = {
    auditEvent: await inBatches(() => deleteOldEvents(before("auditEvent"))),
    // The entry of the trail that names it is gone.
    changeReason: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "ChangeReason" WHERE "id" IN (
          SELECT "id" FROM "ChangeReason" WHERE "at" < ${before("auditEvent")} LIMIT ${batchSize}
        )`,
    ),
    challenge: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "Challenge" WHERE "id" IN (
          SELECT "id" FROM "Challenge" challenge
          WHERE "expiresAt" < ${before("challenge")} AND NOT (
            "purpose" = 'VERIFY_PHONE' AND EXISTS (
              SELECT 1 FROM "User" WHERE "User"."id" = challenge."userId" AND "User"."phone" = challenge."address"
                AND "User"."phoneVerified" = challenge."consumedAt"
            )
          ) LIMIT ${batchSize}
        )`,
    ),
    // A session's end is 90 days after its beginning at most, so nothing is kept longer.
    session: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "Session" WHERE "id" IN (SELECT "id" FROM "Session" WHERE "expires" < ${now} LIMIT ${batchSize})`,
    ),
    trustedDevice: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "KnownBrowser" WHERE "id" IN (
          SELECT "id" FROM "KnownBrowser" browser
          WHERE "lastSeenAt" < ${before("trustedDevice")} AND NOT EXISTS (
            SELECT 1 FROM "Session" WHERE "browserKeyHash" = browser."keyHash"
          ) LIMIT ${batchSize}
        )`,
    ),
    mailEvent: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "MailEvent" WHERE "id" IN (
          SELECT "id" FROM "MailEvent" WHERE "receivedAt" < ${before("mailEvent")} LIMIT ${batchSize}
        )`,
    ),
    usedPasskeyChallenge: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "UsedPasskeyChallenge" WHERE "challengeHash" IN (
          SELECT "challengeHash" FROM "UsedPasskeyChallenge"
          WHERE "expiresAt" < ${new Date(now.getTime() - usedChallengeMarginMs)} LIMIT ${batchSize}
        )`,
    ),
    limit: await inBatches(deleteEndedLimits),
    // Its end stands in the row: it was told to its owner, and holds if the days are others tomorrow.
    emailChange: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "EmailChange" WHERE "id" IN (
          SELECT "id" FROM "EmailChange" WHERE "undoableUntil" < ${now} LIMIT ${batchSize}
        )`,
    ),
    accountRecovery: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "AccountRecovery" WHERE "userId" IN (
          SELECT "userId" FROM "AccountRecovery" WHERE "startedAt" < ${before("accountRecovery")} LIMIT ${batchSize}
        )`,
    ),
    // One that still waits is given up after a day by whoever sends it, and is then kept like the others.
    outboxMail: await inBatches(
      () => db().$executeRaw`
        DELETE FROM "OutboxMail" WHERE "id" IN (
          SELECT "id" FROM "OutboxMail" WHERE "createdAt" < ${before("outboxMail")} LIMIT ${batchSize}
        )`,
    ),
    userPendingDeletion: await deleteDueUsers(before("userPendingDeletion")),
  };
  await recordRetentionRun();
  return deleted;
}

async function deleteOldEvents(before: Date): Promise<number> {
  return await db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('myshop.audit_retention', 'on', true)`;
    return await transaction.$executeRaw`
      DELETE FROM "AuditEvent" WHERE "id" IN (
        SELECT "id" FROM "AuditEvent" WHERE "at" < ${before} ORDER BY "at" LIMIT ${batchSize}
      )`;
  });
}

/** Deletes batch after batch until there is nothing left; gives how many rows went. */
async function inBatches(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = -1; count !== 0; total += count) count = await deleteBatch();
  return total;
}

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
