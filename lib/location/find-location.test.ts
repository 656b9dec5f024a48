import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { writeLocationDatabase } from "@/test/location-database";

const folder = mkdtempSync(join(tmpdir(), "myshop-places-"));
const file = join(folder, "places.mmdb");
writeLocationDatabase(file, {
  "81.2.69.0/24": {
    city: { names: { en: "London", es: "Londres" } },
    country: { iso_code: "GB", names: { en: "United Kingdom" } },
  },
  "89.160.20.0/24": { country: { iso_code: "SE" } },
  "2.125.160.0/20": { country_code: "FR" },
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => vi.resetModules());

/** The settings are read once a process, and so is the file. */
async function locationsOf(database: string | undefined) {
  vi.doMock("@/lib/env", () => ({ env: () => ({ LOCATION_DATABASE: database }) }));
  return (await import("./find-location")).findLocation;
}

it.each([
  ["81.2.69.160", "London, United Kingdom"],
  ["89.160.20.128", "Sweden"],
  ["2.125.160.216", "France"],
  ["10.0.0.1", null],
  ["not an address", null],
  [null, null],
])("%s is in %s", async (ip, place) => {
  const findLocation = await locationsOf(file);
  expect(await findLocation(ip, "en")).toBe(place);
});

it.each([
  ["es", "81.2.69.160", "Londres, Reino Unido"],
  ["es", "2.125.160.216", "Francia"],
  ["ar", "81.2.69.160", "London، المملكة المتحدة"],
  ["ar", "89.160.20.128", "السويد"],
] as const)("in %s, %s is in %s", async (locale, ip, place) => {
  const findLocation = await locationsOf(file);
  expect(await findLocation(ip, locale)).toBe(place);
});

it("without a location database no address has a location", async () => {
  const findLocation = await locationsOf(undefined);
  expect(await findLocation("81.2.69.160", "en")).toBeNull();
});

it.each([
  ["is not there", join(folder, "none.mmdb")],
  ["is none", join(folder, "broken.mmdb")],
])("a database that %s gives no locations, and the log names the setting", async (_, path) => {
  writeFileSync(join(folder, "broken.mmdb"), "no database");
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const findLocation = await locationsOf(path);
  expect(await findLocation("81.2.69.160", "en")).toBeNull();
  expect(await findLocation("81.2.69.161", "en")).toBeNull();
  expect(log.mock.calls.flat().join()).toContain("LOCATION_DATABASE");
  expect(log).toHaveBeenCalledTimes(1);
  expect(log.mock.calls.flat().join()).not.toContain(folder);
});
