import { expect, it } from "vitest";
import { writeMoney } from "./format";

/** Without the marks of direction and with plain spaces: which ones stand there is up to ICU's version. */
const plain = (text: string) => text.replace(/[\u200e\u200f]/g, "").replace(/[\u00a0\u202f]/g, " ");

it.each([
  ["en", 8600, "€86"],
  ["en", 1950, "€19.50"],
  ["es", 8600, "86 €"],
  ["es", 1950, "19,50 €"],
  ["ar", 8600, "86 €"],
  ["ar", 1950, "19.50 €"],
] as const)("%s writes %i cents as %s", (locale, cents, written) => {
  expect(plain(writeMoney(cents, locale))).toBe(written);
});
