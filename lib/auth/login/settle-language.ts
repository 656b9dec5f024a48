import type { CreatedSession } from "@/lib/auth/session/create-session";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { requestLocale } from "@/lib/i18n/request-translations";
import { describeError, logEvent } from "@/lib/log";
import { adoptLocale } from "@/lib/users/adopt-locale";

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
