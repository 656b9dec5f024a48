import { expect, it } from "vitest";
import { delivery } from "@/test/order-parts";
import { listCountries, readDelivery, writeAddress } from "./delivery";

const typed = { ...delivery, line2: "", region: "", note: "" };

it("A complete address is kept in a clean form", () => {
  const messy = { ...typed, name: "  Ada \u202e  Byron ", postalCode: "sw1y 4jh", note: "Ring\r\ntwice. " };
  expect(readDelivery(messy)).toEqual({
    ok: true,
    delivery: { ...delivery, line2: null, region: null, note: "Ring\ntwice." },
  });
});

it("Every empty field is named at once", () => {
  const empty = { name: " ", line1: "", line2: "", postalCode: "", city: "", region: "", country: "", note: "" };
  expect(readDelivery(empty)).toEqual({
    ok: false,
    errors: { name: "NAME_EMPTY", line1: "LINE1_EMPTY", city: "CITY_EMPTY", country: "COUNTRY_EMPTY" },
  });
});

it.each([
  ["ES", "28013", true],
  ["ES", "٢٨٠١٣", true],
  ["ES", "2801", false],
  ["US", "94107-1234", true],
  ["US", "SW1Y 4JH", false],
  ["DE", "", false],
  ["AE", "", true],
  ["AE", "Box 7", true],
])("The postal code of %s may be “%s”: %s", (country, postalCode, isRight) => {
  expect(readDelivery({ ...typed, country, postalCode }).ok).toBe(isRight);
});

it.each(["XX", "gb", "EU", "__proto__", ""])("“%s” is no country", (country) => {
  expect(readDelivery({ ...typed, country })).toMatchObject({ errors: { country: "COUNTRY_EMPTY" } });
});

it("Countries have names in the language of the page, in its alphabet", () => {
  const [english, spanish] = [listCountries("en"), listCountries("es")];
  expect(english).toHaveLength(249);
  expect(spanish.find(([code]) => code === "DE")).toEqual(["DE", "Alemania"]);
  const names = spanish.map(([, name]) => name);
  expect(names.indexOf("Óman") === -1 && names.indexOf("Afganistán") < names.indexOf("Zimbabue")).toBe(true);
  expect(listCountries("ar").find(([code]) => code === "ES")).toEqual(["ES", "إسبانيا"]);
});

it("A label has its lines in the order of the country", () => {
  const german = { ...delivery, line2: "Hinterhaus", postalCode: "10117", city: "Berlin", country: "DE" };
  expect(writeAddress(german, "es")).toEqual([
    "Ada Byron",
    "12 St James’s Square",
    "Hinterhaus",
    "10117 Berlin",
    "Alemania",
  ]);
  const american = { ...delivery, postalCode: "94107", city: "San Francisco", region: "CA", country: "US" };
  expect(writeAddress(american, "en").slice(2)).toEqual(["San Francisco, CA 94107", "United States"]);
});
