import { recordOwnEvent } from "@/lib/audit/record-event";
import { changeNoticeCharge, languageCharge } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { findTimeZone } from "@/lib/i18n/time-zones";
import { consume } from "@/lib/limits/consume";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { lockSession } from "@/lib/users/locks";

/** Without `timeZone` it stays; empty means UTC. */
export type LanguageChoice = { locale: string; timeZone?: string };

export type LanguageRefusal = "LOCALE_UNKNOWN" | "TIME_ZONE_UNKNOWN" | "SESSION_ENDED";

/** `isMailed`: told for a changed language, twice a day. */
export type LanguageChange = { locale: Locale; isMailed: boolean };

/** Saves language and time zone; needs no re-authentication. The mail is in the old language, perhaps the only one
 * its owner reads. Throws TooManyRequests. */
export async function changeLanguage(
  session: LiveSession,
  choice: LanguageChoice,
  visitor: Visitor,
): Promise<Result<LanguageChange, LanguageRefusal>> {
  const { user } = session;
  const { locale } = choice;
  if (!isLocale(locale)) return fail("LOCALE_UNKNOWN");
  const timeZone = readTimeZone(choice, user.timeZone);
  if (timeZone === undefined) return fail("TIME_ZONE_UNKNOWN");
  if (locale === user.locale && timeZone === user.timeZone) return ok({ locale, isMailed: false });

  await chargeOrRefuse([languageCharge(user.id)], null, visitor);
  const isOther = user.locale !== null && locale !== user.locale;
  const isMailed = isOther && (await consume([changeNoticeCharge(user.id)])).isAllowed;
  return await db().$transaction(async (transaction) => {
    const origin = await lockSession(transaction, session.id);
    if (origin === null) return fail("SESSION_ENDED");
    // Only what was chosen: another tab may have changed the rest.
    const data = choice.timeZone === undefined ? { locale } : { locale, timeZone };
    await transaction.user.update({ where: { id: user.id }, data, select: { id: true } });
    // Not which: the audit trail outlives the user.
    await recordOwnEvent(transaction, user.id, visitor, { name: "language_changed" });
    if (isMailed) {
      await enqueueMails(transaction, {
        kind: "profile",
        facts: { act: "language", report: origin.report },
        change: `language:${user.id}:${Date.now()}`,
        to: user,
        visitor,
      });
    }
    return ok({ locale, isMailed });
  });
}

/** The zone's present name; undefined if unknown and not the one kept. */
function readTimeZone({ timeZone }: LanguageChoice, kept: string | null): string | null | undefined {
  if (timeZone === undefined || timeZone === kept) return kept;
  return timeZone === "" ? null : (findTimeZone(timeZone) ?? undefined);
}
