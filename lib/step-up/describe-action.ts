import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { CodeAct } from "./sensitive-actions";

/**
 * What a fresh proof is for, to go on from "to" in a sentence: "add a passkey". `new-address` is what the code does that
 * goes to an account's new address: its reader may be a stranger to the account.
 */
export function actInWords(act: CodeAct | "new-address", locale: Locale): string {
  return translator(locale, "acts")(act);
}
