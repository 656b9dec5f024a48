import { describeEvent } from "@/lib/audit/event-sentences";
import { db, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { maskEmail, maskPhone } from "@/lib/identifier";

/** How long the whole reading may take, in milliseconds: the audit trail of somebody busy has many rows. */
const timeoutMs = 15_000;

/** All that the shop holds about one user, as read at one moment. */
export type OwnData = NonNullable<Awaited<ReturnType<typeof readOwnData>>>;

/**
 * Reads everything about a user, null where nobody has this id. One transaction that sees one state of the database
 * (REPEATABLE READ), so that what is read agrees with itself. Secrets, hashes and ids that only join our tables are
 * left out, and so is where other people acted from, and whom somebody of staff acted on: what exactly, says
 * lib/auth/own-data.db.test.ts, which knows every column. Sentences are in `locale`.
 */
export async function readOwnData(userId: string, sessionId: string, locale: Locale) {
  return await db().$transaction(
    async (transaction) => {
      const profile = await transaction.user.findUnique({ where: { id: userId }, select: profileFields });
      if (profile === null) return null;
      return {
        readAt: new Date(),
        profile,
        sessions: await readSessions(transaction, userId, sessionId),
        knownBrowsers: await transaction.knownBrowser.findMany({
          where: { userId },
          orderBy: { lastSeenAt: "desc" },
          select: { userAgent: true, createdAt: true, lastSeenAt: true },
        }),
        passkeys: await transaction.authenticator.findMany({
          where: { userId },
          orderBy: { createdAt: "desc" },
          select: passkeyFields,
        }),
        recoveryCodes: await transaction.recoveryCode.findMany({
          where: { userId },
          orderBy: { usedAt: "asc" },
          select: { createdAt: true, usedAt: true },
        }),
        accessForNewAddress: await readRecovery(transaction, userId),
        linkedAccounts: await transaction.account.findMany({
          where: { userId },
          select: { provider: true, type: true },
        }),
        emailChanges: await transaction.emailChange.findMany({
          where: { userId },
          orderBy: { at: "desc" },
          select: { oldEmail: true, at: true, undoableUntil: true, undoneAt: true },
        }),
        codeRequests: await readCodeRequests(transaction, profile),
        auditTrail: await readAuditTrail(transaction, userId, locale),
      };
    },
    { isolationLevel: "RepeatableRead", timeout: timeoutMs },
  );
}

const profileFields = {
  id: true,
  username: true,
  email: true,
  emailVerified: true,
  phone: true,
  phoneVerified: true,
  role: true,
  createdAt: true,
  updatedAt: true,
  lastLoginAt: true,
  firstPasskeyAt: true,
  passkeyOfferDeclinedAt: true,
  locale: true,
  timeZone: true,
} as const;

const passkeyFields = {
  name: true,
  createdAt: true,
  addedUserAgent: true,
  lastUsedAt: true,
  credentialDeviceType: true,
  credentialBackedUp: true,
  transports: true,
  cloneSuspectedAt: true,
} as const;

async function readSessions(transaction: Transaction, userId: string, sessionId: string) {
  const sessions = await transaction.session.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      method: true,
      createdAt: true,
      lastSeenAt: true,
      reauthenticatedAt: true,
      expires: true,
      ip: true,
      userAgent: true,
      stepUps: { select: { act: true, provenAt: true } },
    },
  });
  return sessions.map(({ id, ...session }) => ({ isThisOne: id === sessionId, ...session }));
}

/** The new address masked, as in the mail to the old one: whoever asked for it may be another. */
async function readRecovery(transaction: Transaction, userId: string) {
  const begun = await transaction.accountRecovery.findMany({
    where: { userId },
    select: { newEmail: true, startedAt: true },
  });
  return begun.map(({ newEmail, startedAt }) => ({ newEmail: maskEmail(newEmail), startedAt }));
}

/** A registration's fields stay out: whoever typed this address may have been another, with a phone of their own. */
async function readCodeRequests(transaction: Transaction, user: { id: string; email: string; phone: string }) {
  const challenges = await transaction.challenge.findMany({
    // Those that their sessions asked for may have gone to an address from before.
    where: { OR: [{ address: user.email }, { userId: user.id }] },
    orderBy: { createdAt: "desc" },
    select: {
      purpose: true,
      address: true,
      channel: true,
      payload: true,
      attempts: true,
      sends: true,
      createdAt: true,
      lastSentAt: true,
      phoneChannel: true,
      phoneSentAt: true,
      phone: true,
      expiresAt: true,
      provenAt: true,
      provenBy: true,
      consumedAt: true,
      refusedAt: true,
      reportedAt: true,
      ip: true,
      userAgent: true,
    },
  });
  return challenges.map(({ payload, phone, ...challenge }) => ({
    ...challenge,
    // Another account may have had this address before, and a code may have gone to its owner's phone.
    phone: phone === null || phone === user.phone ? phone : maskPhone(phone),
    act: challenge.purpose === "STEP_UP" ? ((payload as { act?: unknown } | null)?.act ?? null) : null,
  }));
}

/** What staff wrote is for staff: it may be about somebody who pretends to be the owner. */
function withoutReason(details: Prisma.JsonValue): Prisma.JsonValue {
  if (details === null || typeof details !== "object" || Array.isArray(details)) return details;
  const { reason: _, ...rest } = details;
  return rest;
}

async function readAuditTrail(transaction: Transaction, userId: string, locale: Locale) {
  const t = translator(locale, "ownData");
  const events = await transaction.auditEvent.findMany({
    where: { OR: [{ subjectId: userId }, { actorId: userId }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: {
      name: true,
      at: true,
      actorId: true,
      subjectId: true,
      maskedIdentifier: true,
      ip: true,
      userAgent: true,
      details: true,
    },
  });
  return events.map(({ name, at, actorId, subjectId, ip, userAgent, maskedIdentifier, details }) => {
    // Somebody of the shop: where they sat is theirs.
    const isByOther = actorId !== null && actorId !== userId;
    return {
      at,
      name,
      meaning: describeEvent(name, locale),
      by: isByOther ? t("file.who.staff") : actorId === userId ? t("file.who.you") : null,
      about: subjectId === userId ? t("file.who.you") : subjectId === null ? null : t("file.who.other"),
      // Also of an export or a limit: its filter, or its address, is somebody else's.
      maskedIdentifier: subjectId === userId ? maskedIdentifier : null,
      details: subjectId === userId ? (isByOther ? withoutReason(details) : details) : null,
      ip: isByOther ? null : ip,
      userAgent: isByOther ? null : userAgent,
    };
  });
}
