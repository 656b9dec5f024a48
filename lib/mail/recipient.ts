import { toLocale } from "@/lib/i18n/locales";
import type { Clock } from "@/lib/i18n/write-time";

/** Whom a mail goes to, and how they read: their language and time zone. */
export type Recipient = Clock & { email: string };

/** What of a user's row their mails depend on. */
export type MailedUser = { email: string; locale: string | null; timeZone: string | null };

/** The columns of a `MailedUser`, for a `select`. */
export const mailedUserFields = { email: true, locale: true, timeZone: true } as const;

/**
 * A user as the recipient of a mail about their account. Its language is theirs alone, English where they have none:
 * what brings the mail about may be a stranger's request, and no stranger chooses in which language an owner is warned.
 */
export function recipientOf({ email, locale, timeZone }: MailedUser): Recipient {
  return { email, locale: toLocale(locale), timeZone };
}
