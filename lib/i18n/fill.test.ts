import { expect, it } from "vitest";
import { fill } from "./fill";

it("puts values where the sentence names them, as often as it does", () => {
  expect(fill("{who} waits {seconds} s, and {who} goes", { who: "Ana", seconds: 3 })).toBe(
    "Ana waits 3 s, and Ana goes",
  );
});

it("takes a zero and an empty text for values", () => {
  expect(fill("{left} left{more}", { left: 0, more: "" })).toBe("0 left");
});

it("leaves a place as it is that has no value, so that it is seen", () => {
  expect(fill("{count} of {all}", { count: 1 })).toBe("1 of {all}");
});

it("does not read a value again: what somebody typed names no place, and no pattern of replace()", () => {
  expect(fill("{a} {b}", { a: "{b}", b: "$& $1 $$" })).toBe("{b} $& $1 $$");
});

it("leaves other braces alone", () => {
  expect(fill("{ a } {} {a-b}", { a: "x" })).toBe("{ a } {} {a-b}");
});
