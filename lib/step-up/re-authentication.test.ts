import { expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { actInWords } from "./re-authentication";
import { codeActs } from "./sensitive-actions";

it.each(locales)("every act that takes a code has words of its own in %s", (locale) => {
  const words = [...codeActs, "new-address" as const].map((act) => actInWords(act, locale));
  expect(new Set(words).size).toBe(codeActs.length + 1);
});
