import { expect, it } from "vitest";
import { mergeVary } from "./merge-vary";

it("keeps what an answer was said to depend on before, each field once in whatever case", () => {
  expect(mergeVary("Accept-Language, Cookie", "rsc, cookie")).toBe("Accept-Language, Cookie, rsc");
  expect(mergeVary(["Accept-Language", "Cookie, rsc"], "rsc")).toBe("Accept-Language, Cookie, rsc");
});

it("is what there is, where nothing was said before, or nothing comes", () => {
  expect(mergeVary(undefined, "rsc")).toBe("rsc");
  expect(mergeVary("Cookie", [])).toBe("Cookie");
  expect(mergeVary(" , ", "rsc,,")).toBe("rsc");
});

it("stays all where it was all", () => {
  expect(mergeVary("*", "rsc")).toBe("*");
  expect(mergeVary("Cookie", "*")).toBe("*");
});
