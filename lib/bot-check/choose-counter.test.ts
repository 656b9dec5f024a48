import { expect, it } from "vitest";
import { chooseCounter } from "./choose-counter";

it("a proof of work takes between 1,500 and 3,000 tries, and not always the same number", () => {
  const counters = Array.from({ length: 1_000 }, chooseCounter);
  expect(Math.min(...counters)).toBeGreaterThanOrEqual(1_500);
  expect(Math.max(...counters)).toBeLessThanOrEqual(3_000);
  expect(new Set(counters).size).toBeGreaterThan(100);
});
