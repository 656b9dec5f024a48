import { expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { actionInWords } from "./re-authentication";
import { codeActions } from "./sensitive-actions";

it.each(locales)("every action that needs a code has its own words in %s", (locale) => {
  const words = [...codeActions, "new-address" as const].map((act) => actionInWords(act, locale));
  expect(new Set(words).size).toBe(codeActions.length + 1);
});
