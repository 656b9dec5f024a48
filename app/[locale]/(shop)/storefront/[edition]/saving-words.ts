import { formatTag, type Locale } from "@/lib/i18n/locales";

/** What the sentences about members' prices are filled in with; `saving` chooses among their wordings. */
export type SavingWords = { saving: "none" | "upTo" | "range"; least: string; most: string };

/** "15 to 22% less", "up to 22% less", or no figures when there are none to speak of. Takes whole percents. */
export function savingWords(percent: { least: number; most: number } | null, locale: Locale): SavingWords {
  const { least, most } = percent ?? { least: 0, most: 0 };
  const tag = formatTag(locale);
  return {
    saving: most < 1 ? "none" : least === most || least < 1 ? "upTo" : "range",
    least: new Intl.NumberFormat(tag).format(least),
    most: new Intl.NumberFormat(tag, { style: "percent" }).format(most / 100),
  };
}
