import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { deleteEndedLimits } from "@/lib/limits/postgres-store";
import { arrivals } from "@/lib/mail/mail-events";
import { type keptDays, keptSince, ordersKeptSince } from "@/lib/retention";

/** A used challenge stays this long (ms), so that a late clock or slow request cannot count it again. */
const usedChallengeMarginMs = 60 * 60_000;

/** Few enough that logins need not wait. */
const batchSize = 5_000;

type Kind =
  | Exclude<keyof typeof keptDays, "userPendingDeletion">
  | "limit"
  | "usedPasskeyChallenge"
  | "changeReason"
  | "order";

/** Each deletes one batch of what is past `keptDays`, and gives how many rows. */
export const deleteOldBatch = {
  auditEvent: (now) => deleteOldEvents(keptSince("auditEvent", now)),
  changeReason: (now) => deleteBatch("ChangeReason", Prisma.sql`"at" < ${keptSince("auditEvent", now)}`),
  challenge: (now) =>
    deleteBatch(
      "Challenge",
      Prisma.sql`"expiresAt" < ${keptSince("challenge", now)} AND NOT (
        "purpose" = 'VERIFY_PHONE' AND EXISTS (
          SELECT 1 FROM "User" WHERE "User"."id" = old."userId" AND "User"."phone" = old."address"
            AND "User"."phoneVerified" = old."consumedAt"
        )
      )`,
    ),
  // A session ends after 90 days at most.
  session: (now) => deleteBatch("Session", Prisma.sql`"expires" < ${now}`),
  trustedDevice: (now) =>
    deleteBatch(
      "KnownBrowser",
      Prisma.sql`"lastSeenAt" < ${keptSince("trustedDevice", now)} AND NOT EXISTS (
        SELECT 1 FROM "Session" WHERE "browserKeyHash" = old."keyHash"
      )`,
    ),
  mailEvent: (now) => deleteBatch("MailEvent", Prisma.sql`"receivedAt" < ${keptSince("mailEvent", now)}`),
  paymentEvent: (now) => deleteBatch("PaymentEvent", Prisma.sql`"receivedAt" < ${keptSince("paymentEvent", now)}`),
  mailArrival: (now) =>
    deleteBatch(
      "MailEvent",
      Prisma.sql`"receivedAt" < ${keptSince("mailArrival", now)} AND "kind" = ANY(${arrivals}::text[])`,
    ),
  usedPasskeyChallenge: (now) =>
    deleteBatch(
      "UsedPasskeyChallenge",
      Prisma.sql`"expiresAt" < ${new Date(now.getTime() - usedChallengeMarginMs)}`,
      "challengeHash",
    ),
  limit: () => deleteEndedLimits(),
  // The owner was told this end, so it is stored.
  emailChange: (now) => deleteBatch("EmailChange", Prisma.sql`"undoableUntil" < ${now}`),
  accountRecovery: (now) =>
    deleteBatch("AccountRecovery", Prisma.sql`"startedAt" < ${keptSince("accountRecovery", now)}`, "userId"),
  // Waiting mails are given up after a day, then kept like the others.
  outboxMail: (now) => deleteBatch("OutboxMail", Prisma.sql`"createdAt" < ${keptSince("outboxMail", now)}`),
  guestBag: (now) => deleteBatch("Bag", Prisma.sql`"expiresAt" < ${now}`),
  // Of a deleted account no law asks for what was never paid nor sent.
  order: (now) =>
    deleteBatch(
      "Order",
      Prisma.sql`"placedAt" < ${ordersKeptSince(now)}
        OR ("userId" IS NULL AND "state" = 'CANCELLED' AND "paidAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Refund" WHERE "orderId" = old."id"))`,
    ),
} satisfies Record<Kind, (now: Date) => Promise<number>>;

/** `isOld` is a condition on the row `old` that an index answers. Skips locked rows. */
async function deleteBatch(table: string, isOld: Prisma.Sql, key = "id"): Promise<number> {
  const [rows, id] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${key}"`)];
  return await db().$executeRaw`
    DELETE FROM ${rows} WHERE ${id} IN (
      SELECT ${id} FROM ${rows} old WHERE ${isOld} LIMIT ${batchSize} FOR UPDATE OF old SKIP LOCKED
    )`;
}

async function deleteOldEvents(before: Date): Promise<number> {
  return await db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('myshop.audit_retention', 'on', true)`;
    return await transaction.$executeRaw`
      DELETE FROM "AuditEvent" WHERE "id" IN (
        SELECT "id" FROM "AuditEvent" WHERE "at" < ${before} ORDER BY "at" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
      )`;
  });
}
