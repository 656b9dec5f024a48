import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { isKeepTokenOf, makeKeepToken, readKeepToken } from "./account-links";
import { makeReportToken, readReportToken } from "./report-token";

const newUser = () => ({ id: randomUUID(), email: "ada@example.com", deletionAskedAt: new Date() });

it("a token contains the user and the time of the deletion request, and fits into a link unescaped", () => {
  const user = newUser();
  const token = makeKeepToken(user);
  expect(token).toMatch(/^[A-Za-z0-9_-]{51}$/);
  expect(readKeepToken(token)).toEqual({ userId: user.id, deletionAskedAt: user.deletionAskedAt });
  expect(isKeepTokenOf(token, user)).toBe(true);
});

it("a token with any one bit changed is refused", () => {
  const user = newUser();
  const token = Buffer.from(makeKeepToken(user), "base64url");
  for (let bit = 0; bit < token.length * 8; bit++) {
    const changed = Buffer.from(token);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(isKeepTokenOf(changed.toString("base64url"), user), `bit ${bit}`).toBe(false);
  }
});

it("a token does not work for another user, or after a change of email", () => {
  const user = newUser();
  const token = makeKeepToken(user);
  expect(isKeepTokenOf(token, { ...user, id: randomUUID() })).toBe(false);
  expect(isKeepTokenOf(token, { ...user, email: "eve@example.com" })).toBe(false);
});

it("the spare bits of the last character are checked too", () => {
  const user = newUser();
  const token = makeKeepToken(user);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const spare = letters[letters.indexOf(token.at(-1) ?? "") + 1];
  expect(isKeepTokenOf(token.slice(0, -1) + spare, user)).toBe(false);
});

it("a report token keeps no account, and the other way round", () => {
  expect(readKeepToken(makeReportToken("session", randomUUID()))).toBeNull();
  expect(readReportToken(makeKeepToken(newUser()))).toBeNull();
});

it.each(["", "x", "A".repeat(50), "A".repeat(52), "../../login", "ä".repeat(51)])("%j is no token", (text) => {
  expect(readKeepToken(text)).toBeNull();
});
