import { directionOf, type Locale } from "./locales";

/**
 * A name, address or number for a sentence that has no markup around it. In a right-to-left language it is isolated
 * (U+2068 to U+2069, UAX #9), so that it turns nothing around that stands beside it; elsewhere it stays as it is.
 */
export function isolate(text: string, locale: Locale): string {
  return directionOf(locale) === "rtl" ? `\u2068${text}\u2069` : text;
}

/** The same for words of the language itself, such as a time, which keep its direction whatever they begin with. */
export function isolatePhrase(text: string, locale: Locale): string {
  return directionOf(locale) === "rtl" ? `\u2067${text}\u2069` : text;
}

/** A text without those marks, for where they would be seen, or be taken for a trick: the subject of a mail. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}
