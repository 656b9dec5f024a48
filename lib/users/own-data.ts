import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { maskEmail } from "@/lib/identifier";
import {
  type Pages,
  pageSize,
  readAuditTrail,
  readCodeRequests,
  readDevices,
  readMails,
  readSessions,
} from "./own-data-lists";
import { mapPersonFields } from "./person-fields";

/** The profile as read, and lists still to be read. */
export type OwnData = NonNullable<Awaited<ReturnType<typeof readOwnData>>>;

/** All data about a user, in `locale`, without secrets and others' data; null if unknown. */
export async function readOwnData(userId: string, sessionId: string, locale: Locale) {
  const profile = await db().user.findUnique({ where: { id: userId }, select: profileFields });
  if (profile === null) return null;
  return {
    readAt: new Date(),
    profile,
    sessions: readSessions(userId, sessionId),
    trustedDevices: readDevices(userId),
    passkeys: inOnePage(() =>
      db().authenticator.findMany({ where: { userId }, orderBy: { createdAt: "desc" }, select: passkeyFields }),
    ),
    recoveryCodes: inOnePage(() =>
      db().recoveryCode.findMany({
        where: { userId },
        orderBy: { usedAt: "asc" },
        select: { createdAt: true, usedAt: true },
      }),
    ),
    accessForNewAddress: inOnePage(() => readRecovery(userId)),
    linkedAccounts: inOnePage(() =>
      db().account.findMany({ where: { userId }, take: pageSize, select: { provider: true, type: true } }),
    ),
    emailChanges: inOnePage(() =>
      db().emailChange.findMany({
        where: { userId },
        orderBy: { at: "desc" },
        take: pageSize,
        select: { oldEmail: true, at: true, undoableUntil: true, undoneAt: true },
      }),
    ),
    mails: readMails(userId),
    codeRequests: readCodeRequests(profile),
    auditTrail: readAuditTrail(userId, locale),
  };
}

/** For lists that a limit keeps short. */
async function* inOnePage<Row>(read: () => Promise<Row[]>): Pages<Row> {
  yield await read();
}

const profileFields = {
  id: true,
  ...mapPersonFields(() => true as const),
  emailVerified: true,
  phoneVerified: true,
  role: true,
  createdAt: true,
  updatedAt: true,
  lastLoginAt: true,
  firstPasskeyAt: true,
  passkeyOfferDeclinedAt: true,
  passkeysOnlyAt: true,
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

/** Masked: the asker may be someone else. */
async function readRecovery(userId: string) {
  const begun = await db().accountRecovery.findMany({
    where: { userId },
    select: { newEmail: true, startedAt: true },
  });
  return begun.map(({ newEmail, startedAt }) => ({ newEmail: maskEmail(newEmail), startedAt }));
}
