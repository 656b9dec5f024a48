import type { ReactNode } from "react";
import type { ExportRefusal } from "@/lib/admin/start-export";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getWords } from "@/lib/i18n/page-translations";
import { ExportProgress } from "./export-progress";

type ExportFormProps = {
  /** The route that gives the file. */
  href: string;
  /** How much there is, as the page says it within a sentence: "about 1,000 users". */
  of: string;
  /** Why the last try gave no file. */
  refusal?: ExportRefusal | undefined;
  children: ReactNode;
};

/** The button of a CSV file, which asks for a passkey and tells how much of the file has come. */
export async function ExportForm({ refusal, ...props }: ExportFormProps) {
  const [locale, { export: words }] = await Promise.all([getLocale(), getWords("adminOverview")]);
  return (
    <ExportProgress
      {...props}
      words={words}
      problem={refusal ? words.refusals[refusal] : null}
      languageTag={formatTag(locale)}
    />
  );
}
