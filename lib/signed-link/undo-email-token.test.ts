import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makeUndoEmailToken, readKeepToken, readUndoEmailToken } from "./account-links";
import { makeReportToken, readReportToken } from "./report-token";

it("a token contains the change that it undoes, and fits into a link unescaped", () => {
  const id = randomUUID();
  expect(makeUndoEmailToken(id)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(readUndoEmailToken(makeUndoEmailToken(id))).toBe(id);
});

it("a token with any one bit changed is refused", () => {
  const token = Buffer.from(makeUndoEmailToken(randomUUID()), "base64url");
  for (let bit = 0; bit < token.length * 8; bit++) {
    const changed = Buffer.from(token);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(readUndoEmailToken(changed.toString("base64url")), `bit ${bit}`).toBeNull();
  }
});

it("the spare bits of the last character are checked too", () => {
  const token = makeUndoEmailToken(randomUUID());
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const spare = letters[letters.indexOf(token.at(-1) ?? "") + 1];
  expect(readUndoEmailToken(token.slice(0, -1) + spare)).toBeNull();
});

it("a token to report something or to keep an account undoes no email change, and the other way round", () => {
  const id = randomUUID();
  expect(readUndoEmailToken(makeReportToken("session", id))).toBeNull();
  expect(readReportToken(makeUndoEmailToken(id))).toBeNull();
  expect(readKeepToken(makeUndoEmailToken(id))).toBeNull();
});

it.each(["", "x", "A".repeat(43), `${"A".repeat(42)}=`, "../../login", "ä".repeat(43)])("%j is no token", (text) => {
  expect(readUndoEmailToken(text)).toBeNull();
});

it("an invalid ID of a change gets no token", () => {
  expect(() => makeUndoEmailToken("x")).toThrow("no id");
});
