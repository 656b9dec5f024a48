import { formatTag, type Locale } from "./locales";

/** The one currency of the shop (ISO 4217): prices in the database are in its hundredths. */
const currency = "EUR";

/** An amount of money as it is written in a language. Whole amounts go without decimals. */
export function writeMoney(cents: number, locale: Locale): string {
  const isWhole = cents % 100 === 0;
  return formatOf(locale, isWhole).format(cents / 100);
}

const made = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than a hundred uses of it. */
function formatOf(locale: Locale, isWhole: boolean): Intl.NumberFormat {
  const name = `${locale} ${isWhole}`;
  let format = made.get(name);
  if (format === undefined) {
    const digits = isWhole ? { maximumFractionDigits: 0 } : {};
    format = new Intl.NumberFormat(formatTag(locale), { style: "currency", currency, ...digits });
    made.set(name, format);
  }
  return format;
}
