import { expect, it } from "vitest";
import { publicPath } from "./public-path";

it("a public page has the language in front of its path, and none in the default language", () => {
  const paths = ["/", "/#range", "/?a=b", "/products/kettle"];
  expect(paths.map((path) => publicPath(path, "en"))).toEqual(paths);
  expect(paths.map((path) => publicPath(path, "ar"))).toEqual(["/ar", "/ar#range", "/ar?a=b", "/ar/products/kettle"]);
});
