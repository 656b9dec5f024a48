import { expect, it, vi } from "vitest";
import { arePhonesReached, isPhoneReached } from "./phone-channels";

const allowed = vi.hoisted(() => ({ countries: ["US", "DE"] }));

vi.mock("@/lib/env", () => ({ env: () => ({ SMS_COUNTRIES: allowed.countries }) }));

it.each(["+14155552671", "+4915112345678"])("%s is in a country on the list", (phone) => {
  allowed.countries = ["US", "DE"];
  expect(isPhoneReached(phone)).toBe(true);
});

it.each([
  ["+14165550123", "Canada shares the code of the United States"],
  ["+18765551234", "so does Jamaica"],
  ["+442079460018", "a country that is not on it"],
  ["+881612345678", "a satellite phone, of no country"],
  ["+882161234567", "an international network, of no country"],
  ["15550100", "no number at all"],
])("%s is not: %s (R20)", (phone) => {
  allowed.countries = ["US", "DE"];
  expect(isPhoneReached(phone)).toBe(false);
});

it("an empty list allows no country (R20)", () => {
  allowed.countries = [];
  expect(arePhonesReached()).toBe(false);
  expect(isPhoneReached("+14155552671")).toBe(false);
});
