import { type Language, shopConfig } from "@/shop.config";

export type Locale = Language;

/** Those that the shop offers. */
export const locales: readonly Locale[] = shopConfig.languages;

export const defaultLocale = shopConfig.languages[0];

export const languageNames: Record<Locale, string> = { en: "English", es: "Español", ar: "العربية" };

const directions: Record<Locale, "ltr" | "rtl"> = { en: "ltr", es: "ltr", ar: "rtl" };

/** Arabic with ASCII digits, as in codes. */
const formats: Record<Locale, string> = { en: "en-GB", es: "es-ES", ar: "ar-u-nu-latn" };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function toLocale(value: unknown): Locale {
  return isLocale(value) ? value : defaultLocale;
}

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return directions[locale];
}

export function formatTag(locale: Locale): string {
  return formats[locale];
}
