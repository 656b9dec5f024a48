import { cookies } from "next/headers";
import type { Locale } from "@/lib/i18n/locales";
import { languageCookie } from "./address-language";

export async function setLanguageCookie(locale: Locale): Promise<void> {
  (await cookies()).set(languageCookie(locale));
}
