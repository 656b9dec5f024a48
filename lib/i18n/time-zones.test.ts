import { describe, expect, it } from "vitest";
import { writeTime } from "./format";
import { findTimeZone, listTimeZones, otherTimeZoneNames } from "./time-zones";

const summer = new Date("2026-07-01T12:00:00Z");
const winter = new Date("2026-12-01T12:00:00Z");

function labelOf(id: string, now: Date): string | undefined {
  return listTimeZones(now)
    .flatMap(({ zones }) => zones)
    .find((zone) => zone.id === id)?.label;
}

describe("the list of time zones", () => {
  it("has each once, by part of the world, and each is valid", () => {
    const zones = listTimeZones(summer).flatMap(({ zones }) => zones);
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
    for (const { id, label } of zones) {
      expect(findTimeZone(id), id).toBe(id);
      expect(label).toMatch(/^\S.* \(UTC[+-]\d\d:\d\d\)$/);
      expect(() => writeTime(summer, { locale: "ar", timeZone: id }), id).not.toThrow();
    }
    expect(listTimeZones(summer).map(({ region }) => region)).toContain("Europe");
  });

  it("shows the current offset", () => {
    expect(labelOf("Europe/Madrid", summer)).toBe("Madrid (UTC+02:00)");
    expect(labelOf("Europe/Madrid", winter)).toBe("Madrid (UTC+01:00)");
    expect(labelOf("America/St_Johns", winter)).toBe("St Johns (UTC-03:30)");
    expect(labelOf("Africa/Abidjan", winter)).toBe("Abidjan (UTC+00:00)");
  });

  it("uses the current names of places", () => {
    expect(labelOf("Asia/Kolkata", winter)).toBe("Kolkata (UTC+05:30)");
    expect(labelOf("Europe/Kyiv", winter)).toBe("Kyiv (UTC+02:00)");
    expect(labelOf("Asia/Calcutta", winter)).toBeUndefined();
  });
});

describe("a name from a form", () => {
  it.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
    ["Asia/Rangoon", "Asia/Yangon"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Africa/Asmera", "Africa/Asmara"],
    ["US/Pacific", "America/Los_Angeles"],
  ])("may be an old one: %s is %s", (name, id) => {
    expect(findTimeZone(name)).toBe(id);
    expect(otherTimeZoneNames[name]).toBe(id);
  });

  it("stays the name of its own place where another shares its clock", () => {
    expect(findTimeZone("Europe/Stockholm")).toBe("Europe/Stockholm");
  });

  it.each(["", "UTC", "+02:00", "europe/madrid", "Europe/Atlantis", "Etc/GMT+5", "constructor", "../Europe/Madrid"])(
    "is no time zone: %j",
    (name) => {
      expect(findTimeZone(name)).toBeNull();
    },
  );
});
