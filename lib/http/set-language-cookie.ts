import { cookies } from "next/headers";
import { languageCookieLifeSeconds, languageCookieName } from "@/lib/i18n/language-cookie";
import type { Locale } from "@/lib/i18n/locales";
import { cookieAttributes } from "./cookies";

export async function setLanguageCookie(locale: Locale): Promise<void> {
  (await cookies()).set(languageCookieName(), locale, { ...cookieAttributes(), maxAge: languageCookieLifeSeconds });
}
