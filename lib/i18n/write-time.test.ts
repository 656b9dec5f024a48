import { describe, expect, it } from "vitest";
import { writeTime } from "./format";

const at = new Date("2026-11-23T23:30:00Z");

describe("a moment as a person reads it", () => {
  it("is in UTC for whoever has not said where they live, and says so", () => {
    expect(writeTime(at, { locale: "en", timeZone: null })).toBe("23 November 2026 at 23:30 UTC");
    expect(writeTime(at, { locale: "es", timeZone: null })).toMatch(/^23 de noviembre de 2026.*23:30 UTC$/);
    expect(writeTime(at, { locale: "ar", timeZone: null })).toContain("UTC");
  });

  it("is by the person's clock, also where that has another day", () => {
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

  it("is a day of that clock, where only the day is asked for", () => {
    expect(writeTime(at, { locale: "en", timeZone: null }, "day")).toBe("23 November 2026");
    expect(writeTime(at, { locale: "es", timeZone: "Asia/Kolkata" }, "day")).toBe("24 de noviembre de 2026");
  });

  it("has the digits of the codes in Arabic, and the months of its own", () => {
    const written = writeTime(at, { locale: "ar", timeZone: null }, "day");
    expect(written).toMatch(/23.*نوفمبر.*2026/);
  });

  it("is the same for the same clock a second time, and not for another style", () => {
    const clock = { locale: "en", timeZone: "Asia/Tokyo" } as const;
    expect(writeTime(at, clock)).toBe(writeTime(at, clock, "minute"));
    expect(writeTime(at, clock, "day")).not.toBe(writeTime(at, clock));
  });
});
