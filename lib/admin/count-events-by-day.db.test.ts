import { expect, it } from "vitest";
import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { countEventsByDay } from "./count-events-by-day";

// Years in which nothing else happened, one for each test.
const add = (at: string, name: AuditEventName = "login_succeeded", times = 1, details: Record<string, string> = {}) =>
  db().auditEvent.createMany({ data: Array.from({ length: times }, () => ({ name, at: new Date(at), details })) });

it("counts each day from midnight to midnight UTC, today until now", async () => {
  await add("2001-03-01T00:00:00Z", "login_succeeded", 2);
  await add("2001-03-01T23:59:59.999Z", "code_sent");
  await add("2001-03-02T00:00:00Z");
  await add("2001-03-03T08:00:00Z", "user_registered", 3);
  const counted = await countEventsByDay(4, new Date("2001-03-03T09:00:00Z"));
  expect(counted.map(({ day, counts }) => ({ day, counts }))).toEqual([
    { day: new Date("2001-02-28"), counts: {} },
    { day: new Date("2001-03-01"), counts: { login_succeeded: 2, code_sent: 1 } },
    { day: new Date("2001-03-02"), counts: { login_succeeded: 1 } },
    { day: new Date("2001-03-03"), counts: { user_registered: 3 } },
  ]);
});

it("the counts of a past day are kept when its entries are deleted", async () => {
  await add("2002-03-01T12:00:00Z", "login_succeeded", 5);
  const now = new Date("2002-03-03T09:00:00Z");
  const first = await countEventsByDay(3, now);
  await db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('myshop.audit_retention', 'on', true)`;
    await transaction.auditEvent.deleteMany({ where: { at: { lt: new Date("2002-03-02") } } });
  });
  expect(await countEventsByDay(3, now)).toEqual(first);
  expect(first[0]?.counts).toEqual({ login_succeeded: 5 });
});

it("a day whose last transactions may still be open is counted again", async () => {
  await add("2003-03-01T23:59:59Z");
  await countEventsByDay(2, new Date("2003-03-02T00:09:59Z"));
  await add("2003-03-01T23:59:59Z");
  const counted = await countEventsByDay(2, new Date("2003-03-02T00:10:00Z"));
  expect(counted[0]?.counts).toEqual({ login_succeeded: 2 });
});

it("two simultaneous readers count a day once", async () => {
  await add("2004-03-01T12:00:00Z", "code_sent", 4);
  const now = new Date("2004-03-02T12:00:00Z");
  const both = await Promise.all([countEventsByDay(2, now), countEventsByDay(2, now)]);
  for (const counted of both) expect(counted[0]?.counts).toEqual({ code_sent: 4 });
  expect((await countEventsByDay(2, now))[0]?.counts).toEqual({ code_sent: 4 });
});

it("separates the channels of codes, and ignores events without a channel", async () => {
  const at = "2006-03-01T12:00:00Z";
  await add(at, "code_sent", 3, { channel: "EMAIL" });
  await add(at, "code_sent", 2, { channel: "SMS" });
  await add(at, "code_not_sent", 1, { channel: "SMS", reason: "ADDRESS_REFUSED" });
  await add(at, "login_succeeded", 2, { channel: "EMAIL" });
  await add(at, "login_succeeded", 5, { method: "PASSKEY" });
  await add(at, "logout", 7);
  const now = new Date("2006-03-03T12:00:00Z");
  for (const time of ["first", "kept"]) {
    const counted = (await countEventsByDay(3, now))[0];
    expect(counted?.counts, time).toEqual({ code_sent: 5, code_not_sent: 1, login_succeeded: 7, logout: 7 });
    expect(counted?.byChannel, time).toEqual({
      EMAIL: { code_sent: 3, login_succeeded: 2 },
      SMS: { code_sent: 2, code_not_sent: 1 },
    });
  }
});

it("old entries without a channel count as email", async () => {
  await add("2007-03-01T12:00:00Z", "code_sent", 4);
  const counted = await countEventsByDay(2, new Date("2007-03-01T13:00:00Z"));
  expect(counted[1]?.byChannel).toEqual({ EMAIL: { code_sent: 4 } });
});
