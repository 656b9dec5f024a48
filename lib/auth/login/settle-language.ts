import type { CreatedSession } from "@/lib/auth/session/create-session";
import { db } from "@/lib/db/client";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { requestLocale } from "@/lib/i18n/request-translations";
import { describeError, logEvent } from "@/lib/log";

/** Switches the browser to the account's language, or saves the browser's if the account has none. Never throws. */
export async function settleLanguage({ userId, locale }: Pick<CreatedSession, "userId" | "locale">): Promise<void> {
  try {
    await setLanguageCookie(await adoptLocale(userId, locale, await requestLocale()));
  } catch (error) {
    logEvent("warn", "language_not_settled", describeError(error));
  }
}

/** The account's language; saves `asked` if it has none. `kept` is the row's value at login. */
export async function adoptLocale(userId: string, kept: string | null, asked: Locale): Promise<Locale> {
  if (isLocale(kept)) return kept;
  // Not a choice: no audit entry, no new `updatedAt`.
  await db().$executeRaw`
    UPDATE "User" SET "locale" = ${asked} WHERE "id" = ${userId}::uuid AND "locale" IS NOT DISTINCT FROM ${kept}`;
  return asked;
}
