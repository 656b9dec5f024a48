import { formatTag, type Locale } from "./locales";

/** An amount of cents as a person reads it in euros; whole euros go without decimals. */
export function writePrice(cents: number, locale: Locale): string {
  return formatOf(locale, cents % 100 === 0 ? 0 : 2).format(cents / 100);
}

const made = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than a hundred uses of it. */
function formatOf(locale: Locale, decimals: 0 | 2): Intl.NumberFormat {
  const name = `${locale} ${decimals}`;
  let format = made.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(formatTag(locale), {
      style: "currency",
      currency: "EUR",
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    made.set(name, format);
  }
  return format;
}
