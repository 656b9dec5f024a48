import { db } from "@/lib/db/client";
import { deleteEndedLimits } from "@/lib/limits/postgres-store";
import { type keptDays, keptSince } from "@/lib/retention";

/** A used challenge stays this long (ms), so that a late clock or slow request cannot count it again. */
const usedChallengeMarginMs = 60 * 60_000;

/** Few enough that logins need not wait. */
const batchSize = 5_000;

type Kind = Exclude<keyof typeof keptDays, "userPendingDeletion"> | "limit" | "usedPasskeyChallenge" | "changeReason";

/** Each deletes one indexed batch of what is past `keptDays`, and gives how many rows. Skips locked rows. */
export const deleteOldBatch = {
  auditEvent: (now) => deleteOldEvents(keptSince("auditEvent", now)),
  changeReason: (now) => db().$executeRaw`
    DELETE FROM "ChangeReason" WHERE "id" IN (
      SELECT "id" FROM "ChangeReason" WHERE "at" < ${keptSince("auditEvent", now)}
      LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
  challenge: (now) => db().$executeRaw`
    DELETE FROM "Challenge" WHERE "id" IN (
      SELECT "id" FROM "Challenge" challenge
      WHERE "expiresAt" < ${keptSince("challenge", now)} AND NOT (
        "purpose" = 'VERIFY_PHONE' AND EXISTS (
          SELECT 1 FROM "User" WHERE "User"."id" = challenge."userId" AND "User"."phone" = challenge."address"
            AND "User"."phoneVerified" = challenge."consumedAt"
        )
      ) LIMIT ${batchSize} FOR UPDATE OF challenge SKIP LOCKED
    )`,
  // A session ends after 90 days at most.
  session: (now) => db().$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session" WHERE "expires" < ${now} LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
  trustedDevice: (now) => db().$executeRaw`
    DELETE FROM "KnownBrowser" WHERE "id" IN (
      SELECT "id" FROM "KnownBrowser" browser
      WHERE "lastSeenAt" < ${keptSince("trustedDevice", now)} AND NOT EXISTS (
        SELECT 1 FROM "Session" WHERE "browserKeyHash" = browser."keyHash"
      ) LIMIT ${batchSize} FOR UPDATE OF browser SKIP LOCKED
    )`,
  mailEvent: (now) => db().$executeRaw`
    DELETE FROM "MailEvent" WHERE "id" IN (
      SELECT "id" FROM "MailEvent" WHERE "receivedAt" < ${keptSince("mailEvent", now)}
      LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
  usedPasskeyChallenge: (now) => db().$executeRaw`
    DELETE FROM "UsedPasskeyChallenge" WHERE "challengeHash" IN (
      SELECT "challengeHash" FROM "UsedPasskeyChallenge"
      WHERE "expiresAt" < ${new Date(now.getTime() - usedChallengeMarginMs)} LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
  limit: () => deleteEndedLimits(),
  // The owner was told this end, so it is stored.
  emailChange: (now) => db().$executeRaw`
    DELETE FROM "EmailChange" WHERE "id" IN (
      SELECT "id" FROM "EmailChange" WHERE "undoableUntil" < ${now} LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
  accountRecovery: (now) => db().$executeRaw`
    DELETE FROM "AccountRecovery" WHERE "userId" IN (
      SELECT "userId" FROM "AccountRecovery" WHERE "startedAt" < ${keptSince("accountRecovery", now)}
      LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
  // Waiting mails are given up after a day, then kept like the others.
  outboxMail: (now) => db().$executeRaw`
    DELETE FROM "OutboxMail" WHERE "id" IN (
      SELECT "id" FROM "OutboxMail" WHERE "createdAt" < ${keptSince("outboxMail", now)}
      LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )`,
} satisfies Record<Kind, (now: Date) => Promise<number>>;

async function deleteOldEvents(before: Date): Promise<number> {
  return await db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('myshop.audit_retention', 'on', true)`;
    return await transaction.$executeRaw`
      DELETE FROM "AuditEvent" WHERE "id" IN (
        SELECT "id" FROM "AuditEvent" WHERE "at" < ${before} ORDER BY "at" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
      )`;
  });
}
