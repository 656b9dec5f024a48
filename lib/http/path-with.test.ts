import { expect, it } from "vitest";
import { pathWith } from "./safe-redirect";

it("a path gets the parameters that are there, encoded, and keeps its own query and hash", () => {
  expect(pathWith("/login", { notice: null, next: null })).toBe("/login");
  expect(pathWith("/login", { next: '/products/x?a=1&b="2"#c' })).toBe(
    "/login?next=%2Fproducts%2Fx%3Fa%3D1%26b%3D%222%22%23c",
  );
  expect(pathWith("/account/data?confirm=code#top", { notice: "X" })).toBe("/account/data?confirm=code&notice=X#top");
});

it("a path never leaves the shop by it, whatever it is given", () => {
  for (const path of ["//evil.example/x", "https://evil.example/x", "/\\evil.example/x"]) {
    expect(pathWith(path, { notice: "X" })).toMatch(/^\/x\?notice=X$/);
  }
});
