import { createHash, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { accountMark } from "./session-store";

it("an account always has the same mark, which no other account has", () => {
  const [one, other] = [randomUUID(), randomUUID()];
  expect(accountMark(one)).toBe(accountMark(one));
  expect(accountMark(one)).not.toBe(accountMark(other));
});

it("a mark does not give the id away, and is no beginning of the id's plain hash", () => {
  const id = randomUUID();
  expect(accountMark(id)).toMatch(/^[A-Za-z0-9_-]{16}$/);
  expect(createHash("sha256").update(id).digest("base64url")).not.toContain(accountMark(id));
});
