import { expect, it } from "vitest";
import { mergeVary } from "./merge-vary";

it("keeps the earlier Vary fields, each once in any letter case", () => {
  expect(mergeVary("Accept-Language, Cookie", "rsc, cookie")).toBe("Accept-Language, Cookie, rsc");
  expect(mergeVary(["Accept-Language", "Cookie, rsc"], "rsc")).toBe("Accept-Language, Cookie, rsc");
});

it("returns the other value if one is empty", () => {
  expect(mergeVary(undefined, "rsc")).toBe("rsc");
  expect(mergeVary("Cookie", [])).toBe("Cookie");
  expect(mergeVary(" , ", "rsc,,")).toBe("rsc");
});

it("stays * if it was *", () => {
  expect(mergeVary("*", "rsc")).toBe("*");
  expect(mergeVary("Cookie", "*")).toBe("*");
});
