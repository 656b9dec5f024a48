import { expect, it } from "vitest";
import { isSigned, sign } from "./secret-key";

const purpose = "a test";
const whole = sign(purpose, ["body"]);

it.each([16, 24, 32])("takes a signature of %i bytes", (bytes) => {
  expect(isSigned(purpose, ["body"], sign(purpose, ["body"], bytes))).toBe(true);
});

it.each([
  ["an empty signature", Buffer.alloc(0)],
  ["the first 15 bytes of the right signature", whole.subarray(0, 15)],
  ["the right signature with a byte behind it", Buffer.concat([whole, Buffer.alloc(1)])],
  ["a signature much longer than a hash", Buffer.alloc(1_000)],
  ["the signature of another body", sign(purpose, ["another"])],
  ["the signature of another purpose", sign("another test", ["body"])],
])("refuses %s", (_, mac) => {
  expect(isSigned(purpose, ["body"], mac)).toBe(false);
});
