import { expect, it } from "vitest";
import { readUserCursor, userOrders, writeUserCursor } from "./user-order";

const id = "0191c4a0-7c1b-7abc-8def-0123456789ab";
const at = "2026-01-02T03:04:05.678Z";

it.each([
  ["newest", at],
  ["oldest", at],
  ["last-login", at],
  ["last-login", "-infinity"],
  ["username", "ada.lovelace"],
] as const)("a place in the order %s is read as it was written", (order, key) => {
  expect(readUserCursor(writeUserCursor({ id, key }, order), order)).toEqual({ id, key });
});

it("a place of another order is none", () => {
  expect(readUserCursor(writeUserCursor({ id, key: at }, "newest"), "oldest")).toBeUndefined();
});

it.each([
  undefined,
  ["a", "b"],
  "",
  "x",
  "a".repeat(10_000),
  Buffer.from(`newest ${id}`).toString("base64url"),
  Buffer.from(`newest ${id} infinity`).toString("base64url"),
  Buffer.from(`newest 1 ${at}`).toString("base64url"),
  Buffer.from(`newest ${id} ${at} more`).toString("base64url"),
  Buffer.from(`username ${id} a'b`).toString("base64url"),
  Buffer.from(`last-login ${id} now`).toString("base64url"),
])("takes no place from %j", (text) => {
  for (const order of userOrders) expect(readUserCursor(text, order)).toBeUndefined();
});
