import { expect, it } from "vitest";
import { writePrice } from "./write-price";

it.each([
  [12900, "€129"],
  [12950, "€129.50"],
  [123456, "€1,234.56"],
  [0, "€0"],
])("writes %d cents in English as %s", (cents, price) => {
  expect(writePrice(cents, "en")).toBe(price);
});

it("puts the sign where each language has it, and keeps to the digits of the codes", () => {
  expect(writePrice(12950, "es")).toMatch(/^129,50\s€$/);
  expect(writePrice(12950, "ar")).toMatch(/129[.,]50\s€/);
});
