import { formText } from "@/lib/http/form-text";
import { isolate } from "@/lib/i18n/format";
import { requestLocale } from "@/lib/i18n/request-translations";
import { translator } from "@/lib/i18n/translator";
import { suggestEmail } from "./suggest-email";

export type AskedEmail = {
  /** The typed address that the question was about. */
  askedAbout?: string;
  suggestion?: { email: string; question: string; use: string };
};

/** What was typed, or the suggested address where its button was pressed. */
export function readEmail(form: FormData): string {
  return formText(form, "suggested") || formText(form, "email");
}

/** The question whether another address is meant, once for what was typed: who sends it again means it. The same with and
 * without an account. `previous`, the form's last state, can be anything; `email` is canonical. */
export async function askWhetherMeant(previous: unknown, typed: string, email: string): Promise<AskedEmail> {
  if ((previous as AskedEmail | null | undefined)?.askedAbout === typed) return { askedAbout: typed };
  const suggested = suggestEmail(email);
  if (suggested === null) return {};
  const locale = await requestLocale();
  const t = translator(locale, "emailSuggestion");
  const words = { email: isolate(suggested, locale) };
  const suggestion = { email: suggested, question: t("question", words), use: t("use", words) };
  return { askedAbout: typed, suggestion };
}
