import { expect, it } from "vitest";
import { absoluteEnd, isSessionAlive } from "./session-store";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const start = new Date("2026-01-01T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);

function session(role: "CUSTOMER" | "STAFF" | "ADMIN", lastSeenAt: Date) {
  return { createdAt: start, lastSeenAt, expires: absoluteEnd(role, start) };
}

it.each([
  ["CUSTOMER", 14 * dayMs],
  ["STAFF", 30 * minuteMs],
  ["ADMIN", 30 * minuteMs],
] as const)("ends an idle session of a %s (R31)", (role, idleMs) => {
  expect(isSessionAlive(session(role, start), role, later(idleMs - 1))).toBe(true);
  expect(isSessionAlive(session(role, start), role, later(idleMs))).toBe(false);
});

it.each([
  ["CUSTOMER", 90 * dayMs],
  ["STAFF", 12 * hourMs],
  ["ADMIN", 12 * hourMs],
] as const)("ends a session of a %s permanently, however active it is (R31)", (role, absoluteMs) => {
  const busy = (at: Date) => isSessionAlive(session(role, at), role, at);
  expect(busy(later(absoluteMs - 1))).toBe(true);
  expect(busy(later(absoluteMs))).toBe(false);
});

it("gives a shopper who became an admin the shorter life at once (R31)", () => {
  const old = session("CUSTOMER", later(13 * hourMs));
  expect(isSessionAlive(old, "CUSTOMER", later(13 * hourMs))).toBe(true);
  expect(isSessionAlive(old, "ADMIN", later(13 * hourMs))).toBe(false);
});
