/** The languages of the shop, by their BCP 47 tags. A new one is a folder in `messages` and a line in each table here. */
export const locales = ["en", "es", "ar"] as const;

export type Locale = (typeof locales)[number];

/** For whoever asks for none of ours, and for mail to an address of which nothing is known. */
export const defaultLocale: Locale = "en";

/** What each language calls itself: whoever looks for theirs can read no other. */
export const languageNames: Record<Locale, string> = { en: "English", es: "Español", ar: "العربية" };

const directions: Record<Locale, "ltr" | "rtl"> = { en: "ltr", es: "ltr", ar: "rtl" };

/** Arabic with the digits of the codes that people type. */
const formats: Record<Locale, string> = { en: "en-GB", es: "es-ES", ar: "ar-u-nu-latn" };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language that a row or a cookie names, or the default one where it names none of ours. */
export function toLocale(value: unknown): Locale {
  return isLocale(value) ? value : defaultLocale;
}

/** For the `dir` attribute (HTML, section 3.2.6.4). */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  return directions[locale];
}

/** The tag by which `Intl` writes times, numbers and lists in this language. */
export function formatTag(locale: Locale): string {
  return formats[locale];
}
