import { env } from "@/lib/env";
import { formatTag, type Locale } from "@/lib/i18n/locales";

/** The country whose national phone numbers are understood without a country code (ISO 3166-1 alpha-2), and its name. */
export function defaultPhoneCountry(): { code: string; nameIn: (locale: Locale) => string } {
  const code = env().DEFAULT_PHONE_COUNTRY;
  return {
    code,
    nameIn: (locale) => new Intl.DisplayNames([formatTag(locale)], { type: "region" }).of(code) ?? code,
  };
}
