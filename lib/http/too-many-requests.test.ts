import { expect, it } from "vitest";
import { retrySentence } from "./too-many-requests";

const now = new Date("2026-03-01T12:00:30Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const english = { locale: "en", timeZone: null } as const;

it("rounds up, so that visitors do not return too early", () => {
  expect(retrySentence(inSeconds(61), now, english)).toContain("Try again in 2 minutes, after 12:02 UTC.");
});

it("says one minute for shorter waits", () => {
  expect(retrySentence(now, now, english)).toContain("Try again in 1 minute, after 12:01 UTC.");
});

it("counts in hours from two hours on", () => {
  expect(retrySentence(inSeconds(119 * 60), now, english)).toContain("in 119 minutes, after 14:00 UTC.");
  expect(retrySentence(inSeconds(3 * 3_600), now, english)).toContain("in 3 hours, after 15:01 UTC.");
});

it("tells the time by the reader's clock, in their language", () => {
  const sentence = retrySentence(inSeconds(61), now, { locale: "es", timeZone: "Europe/Madrid" });
  expect(sentence).toContain("en 2 minutos, a partir de las 13:02 CET.");
});

it("uses the dual in Arabic", () => {
  expect(retrySentence(inSeconds(61), now, { locale: "ar", timeZone: null })).toContain("بعد دقيقتين،");
});
