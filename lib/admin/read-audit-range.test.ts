import fc from "fast-check";
import { expect, it } from "vitest";
import { isLater, readCursor, trailEnd, writeCursor } from "./read-audit-range";

const position = fc.record({
  at: fc.date({ min: new Date(0), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true }),
  id: fc.bigInt(0n, 10n ** 18n - 1n),
});

it("a cursor names the position that it was written for", () => {
  fc.assert(
    fc.property(position, (each) => {
      expect(readCursor(writeCursor(each))).toEqual(each);
    }),
  );
});

it("any other text in a URL is no cursor, or a usable one", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      const read = readCursor(text);
      if (read !== null) expect(writeCursor(read)).toBe(text);
    }),
  );
});

it.each([
  "",
  "x",
  "a".repeat(5_000),
  Buffer.from("1.2 ").toString("base64url"),
  Buffer.from("01.2").toString("base64url"),
  Buffer.from("999999999999999.1").toString("base64url"),
  Buffer.from("1.9999999999999999999").toString("base64url"),
  Buffer.from("-1.1").toString("base64url"),
])("%j is no cursor", (text) => {
  expect(readCursor(text)).toBeNull();
});

it("the later of two entries with the same time has the higher ID", () => {
  const at = new Date();
  expect(isLater({ at, id: 2n }, { at, id: 1n })).toBe(true);
  expect(isLater({ at, id: 1n }, { at, id: 1n })).toBe(false);
  expect(isLater(trailEnd, { at, id: 3n })).toBe(true);
});
