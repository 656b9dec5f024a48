import { expect, it } from "vitest";
import { readMoney, typeMoney, writeMoney } from "./format";

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

it.each([
  ["86", 8_600],
  ["86.5", 8_650],
  ["86,50", 8_650],
  [" 0.07 ", 7],
  ["٨٦٫٥٠", 8_650],
  ["0", 0],
  ["19.99", 1_999],
])("the typed price %s is %i cents", (typed, cents) => {
  expect(readMoney(typed)).toBe(cents);
});

it.each(["", "€86", "1.234,50", "86.005", "86.", ".5", "-1", "1e3", "12345678901", "eighty"])(
  "%s is no price",
  (typed) => {
    expect(readMoney(typed)).toBeNull();
  },
);

it.each([0, 7, 70, 1_999, 8_600, 123_456_789])("%i cents are typed as they are read", (cents) => {
  expect(readMoney(typeMoney(cents))).toBe(cents);
});

// As Stripe counts them, whatever the digits that Intl shows.
it.each([
  ["HUF", 500_050, "HUF 5,000.50"],
  ["IDR", 500_000, "IDR 5,000"],
  ["JPY", 1_950, "¥1,950"],
  ["KWD", 1_950, "KWD 1.950"],
] as const)("%s has the digits of ISO 4217: %i is %s", (currency, amount, written) => {
  expect(plain(writeMoney(amount, "en", currency)).replace("JP", "")).toBe(written);
});
