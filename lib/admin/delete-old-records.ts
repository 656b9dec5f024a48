import { db } from "@/lib/db/client";
import { deleteEndedLimits } from "@/lib/limits/postgres-store";
import { type keptDays, keptSince } from "@/lib/retention";
import { deleteDueUsers } from "./delete-user";

/** A used challenge stays this long (ms), so that a late clock or slow request cannot count it again. */
const usedChallengeMarginMs = 60 * 60_000;

/** Few enough that logins need not wait. */
const batchSize = 5_000;

type DeletedRecords = Record<keyof typeof keptDays | "limit" | "usedPasskeyChallenge" | "changeReason", number>;

/** Deletes records past `keptDays` in indexed batches (`npm run db:prune`). Safe in parallel and when stopped. */
export async function deleteOldRecords(now = new Date()): Promise<DeletedRecords> {
  const before = (kind: keyof typeof keptDays) => keptSince(kind, now);
  const deleted = {
    auditEvent: await inBatches(() => deleteOldEvents(before("auditEvent"))),
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
    // A session ends after 90 days at most.
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
    // The owner was told this end, so it is stored.
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
    // Waiting mails are given up after a day, then kept like the others.
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

/** Gives how many rows went. */
async function inBatches(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = -1; count !== 0; total += count) count = await deleteBatch();
  return total;
}

const job = "retention";

/** One missed daily run, and some room. */
const retentionLateHours = 36;

/** `lastRunAt`: null if it never finished. */
export type RetentionRun = { lastRunAt: Date | null; isLate: boolean };

export async function recordRetentionRun(finishedAt = new Date()): Promise<void> {
  await db().jobRun.upsert({ where: { job }, create: { job, finishedAt }, update: { finishedAt } });
}

/** A shop younger than `retentionLateHours` is not late. */
export async function readRetentionRun(now = new Date()): Promise<RetentionRun> {
  const run = await db().jobRun.findUnique({ where: { job } });
  const since = run?.finishedAt ?? run?.watchedSince;
  const isLate = since === undefined || now.getTime() - since.getTime() > retentionLateHours * 60 * 60_000;
  return { lastRunAt: run?.finishedAt ?? null, isLate };
}
