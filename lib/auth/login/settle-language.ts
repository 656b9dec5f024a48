import type { CreatedSession } from "@/lib/auth/session/create-session";
import { db } from "@/lib/db/client";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { requestLocale } from "@/lib/i18n/request-translations";
import { describeError, logEvent } from "@/lib/log";

/**
 * After a login: the browser goes on in the account's language, and an account without one takes the browser's. Never
 * throws: whoever is in is not kept out by this.
 */
export async function settleLanguage({ userId, locale }: Pick<CreatedSession, "userId" | "locale">): Promise<void> {
  try {
    await setLanguageCookie(await adoptLocale(userId, locale, await requestLocale()));
  } catch (error) {
    logEvent("warn", "language_not_settled", describeError(error));
  }
}

/**
 * The language of an account, for the browser that has just logged in to it. An account that has none takes the one that
 * it was logged in with; of two that come at once, one gives it. `kept` is what the row said at the login.
 */
export async function adoptLocale(userId: string, kept: string | null, asked: Locale): Promise<Locale> {
  if (isLocale(kept)) return kept;
  // Nobody chose it, so it is no change that the trail tells, nor one of the profile's `updatedAt`.
  await db().$executeRaw`
    UPDATE "User" SET "locale" = ${asked} WHERE "id" = ${userId}::uuid AND "locale" IS NOT DISTINCT FROM ${kept}`;
  return asked;
}
