import type { ReactNode } from "react";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getWords } from "@/lib/i18n/page-translations";
import { ExportProgress } from "./export-progress";

type ExportLinkProps = {
  /** The route that gives the file. */
  href: string;
  /** How much there is, as the page says it within a sentence: "about 1,000 users". */
  of: string;
  children: ReactNode;
};

/** A link to a CSV file that tells how much of it has come. Without scripts it is a plain download. */
export async function ExportLink(props: ExportLinkProps) {
  const [locale, { export: words }] = await Promise.all([getLocale(), getWords("adminOverview")]);
  return <ExportProgress {...props} words={words} languageTag={formatTag(locale)} />;
}
