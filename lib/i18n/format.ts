import { directionOf, formatTag, type Locale } from "./locales";

/** The one currency of the shop (ISO 4217): prices in the database are in its hundredths. */
const currency = "EUR";

/** An amount of money as it is written in a language. Whole amounts go without decimals. */
export function writeMoney(cents: number, locale: Locale): string {
  const isWhole = cents % 100 === 0;
  return moneyFormat(locale, isWhole).format(cents / 100);
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than a hundred uses of it. */
function moneyFormat(locale: Locale, isWhole: boolean): Intl.NumberFormat {
  const name = `${locale} ${isWhole}`;
  let format = moneyFormats.get(name);
  if (format === undefined) {
    const digits = isWhole ? { maximumFractionDigits: 0 } : {};
    format = new Intl.NumberFormat(formatTag(locale), { style: "currency", currency, ...digits });
    moneyFormats.set(name, format);
  }
  return format;
}

/** How a person reads times: their language, and their zone by its name in the tz database, null for UTC. */
export type Clock = { locale: Locale; timeZone: string | null };

const styles = {
  minute: {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  day: { dateStyle: "long" },
  clock: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
} as const;

/** A moment as a person reads it: to the minute with the name of its zone, the day alone, or the time of day alone. */
export function writeTime(at: Date, { locale, timeZone }: Clock, style: keyof typeof styles = "minute"): string {
  return timeFormat(formatTag(locale), timeZone ?? "UTC", style).format(at);
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a hundred uses of it; there are few, for zones come from a list. */
function timeFormat(tag: string, timeZone: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const name = `${tag} ${timeZone} ${style}`;
  let format = timeFormats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, { ...styles[style], timeZone });
    timeFormats.set(name, format);
  }
  return format;
}

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
