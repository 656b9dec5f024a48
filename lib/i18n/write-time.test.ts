import { describe, expect, it } from "vitest";
import { writeTime } from "./format";

const at = new Date("2026-11-23T23:30:00Z");

describe("a moment as a person reads it", () => {
  it("is in UTC, and says so, if the person has no time zone", () => {
    expect(writeTime(at, { locale: "en", timeZone: null })).toBe("23 November 2026 at 23:30 UTC");
    expect(writeTime(at, { locale: "es", timeZone: null })).toMatch(/^23 de noviembre de 2026.*23:30 UTC$/);
    expect(writeTime(at, { locale: "ar", timeZone: null })).toContain("UTC");
  });

  it("is by the person's clock, also on another day", () => {
    expect(writeTime(at, { locale: "en", timeZone: "Europe/Madrid" })).toMatch(
      /^24 November 2026 at 00:30 (CET|GMT\+1)$/,
    );
    expect(writeTime(at, { locale: "en", timeZone: "Asia/Kolkata" })).toBe("24 November 2026 at 05:00 GMT+5:30");
  });

  it("follows summer time", () => {
    const clock = { locale: "en", timeZone: "Europe/Madrid" } as const;
    expect(writeTime(new Date("2026-07-01T12:00:00Z"), clock)).toContain("14:00");
    expect(writeTime(new Date("2026-12-01T12:00:00Z"), clock)).toContain("13:00");
  });

  it("is only the day by that clock if only the day is requested", () => {
    expect(writeTime(at, { locale: "en", timeZone: null }, "day")).toBe("23 November 2026");
    expect(writeTime(at, { locale: "es", timeZone: "Asia/Kolkata" }, "day")).toBe("24 de noviembre de 2026");
  });

  it("has Latin digits and Arabic months in Arabic", () => {
    const written = writeTime(at, { locale: "ar", timeZone: null }, "day");
    expect(written).toMatch(/23.*نوفمبر.*2026/);
  });

  it("is cached for each clock and style", () => {
    const clock = { locale: "en", timeZone: "Asia/Tokyo" } as const;
    expect(writeTime(at, clock)).toBe(writeTime(at, clock, "minute"));
    expect(writeTime(at, clock, "day")).not.toBe(writeTime(at, clock));
  });
});
