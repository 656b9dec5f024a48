import { readTyped } from "@/lib/typed-text";
import { shopConfig } from "@/shop.config";
import { directionOf, formatTag, type Locale } from "./locales";

/** ISO 4217, list one; all others have two. Intl has none for some, such as HUF, and that changes with Node. */
const oddDigits = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0] as const),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3] as const),
]);

const currencyDigits = (currency: string) => oddDigits.get(currency) ?? 2;

/** `amount`: in the currency's smallest unit. `currency`: ISO 4217; an order keeps its own. */
export function writeMoney(amount: number, locale: Locale, currency: string = shopConfig.currency): string {
  const digits = currencyDigits(currency);
  const units = amount / 10 ** digits;
  return moneyFormat(locale, currency, Number.isInteger(units) ? 0 : digits).format(units);
}

const shopDigits = currencyDigits(shopConfig.currency);

export function typeMoney(amount: number): string {
  if (shopDigits === 0) return String(amount);
  const text = String(amount).padStart(shopDigits + 1, "0");
  return `${text.slice(0, -shopDigits)}.${text.slice(-shopDigits)}`;
}

/** The amount in the smallest unit, of "86", "86.5", "86,50" or Arabic digits; null for anything else. */
export function readMoney(typed: string): number | null {
  const [, whole, fraction = ""] = /^(\d{1,9})(?:[.,\u066b](\d+))?$/.exec(readTyped(typed)) ?? [];
  if (whole === undefined || fraction.length > shopDigits) return null;
  return Number(whole + fraction.padEnd(shopDigits, "0"));
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Cached: making one is slow. */
function moneyFormat(locale: Locale, currency: string, digits: number): Intl.NumberFormat {
  const name = `${locale} ${currency} ${digits}`;
  let format = moneyFormats.get(name);
  if (format === undefined) {
    const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(formatTag(locale), { style: "currency", currency, ...shown });
    moneyFormats.set(name, format);
  }
  return format;
}

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

export function writeTime(at: Date, { locale, timeZone }: Clock, style: keyof typeof styles = "minute"): string {
  return timeFormat(formatTag(locale), timeZone ?? "UTC", style).format(at);
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(tag: string, timeZone: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const name = `${tag} ${timeZone} ${style}`;
  let format = timeFormats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, { ...styles[style], timeZone });
    timeFormats.set(name, format);
  }
  return format;
}

/** `code`: ISO 3166-1 alpha-2. Throws RangeError if it cannot be one. */
export function writeCountry(code: string, locale: Locale): string {
  let names = countryNames.get(locale);
  if (names === undefined) {
    names = new Intl.DisplayNames(formatTag(locale), { type: "region" });
    countryNames.set(locale, names);
  }
  return names.of(code) ?? code;
}

const countryNames = new Map<Locale, Intl.DisplayNames>();

/** Isolates text in right-to-left sentences (U+2068, U+2069; UAX #9). */
export function isolate(text: string, locale: Locale): string {
  return directionOf(locale) === "rtl" ? `\u2068${text}\u2069` : text;
}

export function isolatePhrase(text: string, locale: Locale): string {
  return directionOf(locale) === "rtl" ? `\u2067${text}\u2069` : text;
}

/** For mail subjects, where marks are visible. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}
