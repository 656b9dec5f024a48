import { expect, it } from "vitest";
import { chooseCounter } from "./choose-counter";

it("a proof of work takes 1,500 tries at least and 3,000 at most, and not the same number each time", () => {
  const counters = Array.from({ length: 1_000 }, chooseCounter);
  expect(Math.min(...counters)).toBeGreaterThanOrEqual(1_500);
  expect(Math.max(...counters)).toBeLessThanOrEqual(3_000);
  expect(new Set(counters).size).toBeGreaterThan(100);
});
