import { expect, it } from "vitest";
import { staffMinute, staffTime } from "./user-words";

const at = new Date("2026-11-24T17:05:00Z");

it.each([
  ["en", "24 Nov 2026, 17:05 UTC"],
  ["es", "24 nov 2026, 17:05 UTC"],
  ["ar", "24 نوفمبر 2026، 17:05 UTC"],
] as const)("a time for staff is in UTC and on a 24-hour clock, in the reader's language: %s", (locale, time) => {
  expect(staffTime(at, locale)).toBe(time);
  expect(staffMinute(at, locale)).toBe(time.replace(" UTC", ""));
});
