import { afterAll, expect, vi } from "vitest";

// The next file runs in the same process.
const environment = { ...process.env };

afterAll(() => {
  expect({ ...process.env }, "the environment after the tests of a file").toEqual(environment);
  expect(vi.isFakeTimers(), "the clock is still replaced").toBe(false);
});
