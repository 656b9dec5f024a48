import { expect, it } from "vitest";
import { fill } from "./fill";

it("fills in each placeholder wherever it appears", () => {
  expect(fill("{who} waits {seconds} s, and {who} goes", { who: "Ana", seconds: 3 })).toBe(
    "Ana waits 3 s, and Ana goes",
  );
});

it("accepts zero and an empty text as values", () => {
  expect(fill("{left} left{more}", { left: 0, more: "" })).toBe("0 left");
});

it("leaves a placeholder without a value visible", () => {
  expect(fill("{count} of {all}", { count: 1 })).toBe("1 of {all}");
});

it("does not read a value again, so that typed text is no placeholder and no pattern of replace()", () => {
  expect(fill("{a} {b}", { a: "{b}", b: "$& $1 $$" })).toBe("{b} $& $1 $$");
});

it("leaves other braces alone", () => {
  expect(fill("{ a } {} {a-b}", { a: "x" })).toBe("{ a } {} {a-b}");
});
