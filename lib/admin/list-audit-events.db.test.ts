import { randomInt, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createUser } from "@/test/login-parts";
import { auditPageSize, estimateAuditEvents, listAuditEvents } from "./list-audit-events";
import type { AuditFilter } from "./read-audit-range";
import { writeCursor } from "./read-audit-range";

// A day of its own, so that the entries of other tests are not in it.
const start = new Date(Date.UTC(1999, 0, 1 + randomInt(300)));
const ownDay = { from: start, to: new Date(start.getTime() + 24 * 60 * 60_000) };
const count = auditPageSize * 2 + 20;
const actorId = randomUUID();
const subjectId = randomUUID();

/** Seven entries share each second; an actor in every second one, a subject in every third. */
const entries = Array.from({ length: count }, (_, number) => ({
  at: new Date(start.getTime() + Math.floor(number / 7) * 1_000),
  name: number % 10 === 0 ? "logout" : number % 2 === 0 ? "login_succeeded" : "code_sent",
  actorId: number % 2 === 0 ? actorId : null,
  subjectId: number % 3 === 0 ? subjectId : null,
  userAgent: String(number),
}));

beforeAll(async () => {
  await db().auditEvent.createMany({ data: entries });
});

/** All pages of a filter from the newest, then back again from the oldest, as the numbers of the entries in them. */
async function walk(filter: AuditFilter) {
  const pages: { numbers: number[]; newer: string | null }[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listAuditEvents(filter, after === undefined ? {} : { after });
    pages.push({ numbers: page.events.map(({ userAgent }) => Number(userAgent)), newer: page.newer });
    if (page.older === null) break;
    after = page.older;
  }
  const back: number[][] = [];
  for (let before = pages.at(-1)?.newer ?? null; before !== null; ) {
    const page = await listAuditEvents(filter, { before });
    back.unshift(page.events.map(({ userAgent }) => Number(userAgent)));
    before = page.newer;
  }
  return { forth: pages.map(({ numbers }) => numbers), back };
}

const fitting = (fits: (number: number) => boolean) =>
  Array.from({ length: count }, (_, number) => number)
    .filter(fits)
    .reverse();

describe("the list of the audit trail", () => {
  it.each<[string, AuditFilter, (number: number) => boolean]>([
    ["everything of a time", ownDay, () => true],
    ["an actor", { actorId }, (number) => number % 2 === 0],
    ["a subject", { subjectId }, (number) => number % 3 === 0],
    ["an actor and a subject", { actorId, subjectId }, (number) => number % 6 === 0],
    ["one event", { ...ownDay, names: ["code_sent"] }, (number) => number % 2 === 1],
    ["several events", { ...ownDay, names: ["code_sent", "logout", "code_sent"] }, (n) => n % 10 === 0 || n % 2 === 1],
    ["several events of an actor", { actorId, names: ["code_sent", "logout"] }, (number) => number % 10 === 0],
    [
      "events of a subject",
      { subjectId, names: ["code_sent", "logout"] },
      (n) => n % 3 === 0 && (n % 10 === 0 || n % 2 === 1),
    ],
    ["all at once", { ...ownDay, actorId, subjectId, names: ["logout"] }, (number) => number % 30 === 0],
    [
      "seconds in the middle",
      { from: new Date(start.getTime() + 3_000), to: new Date(start.getTime() + 5_000) },
      (n) => n >= 21 && n < 35,
    ],
    ["nobody", { actorId: randomUUID() }, () => false],
  ])("filters by %s and pages both ways, with each entry once", async (_what, filter, fits) => {
    const { forth, back } = await walk(filter);
    const expected = fitting(fits);
    expect(forth.flat()).toEqual(expected);
    expect(forth.slice(0, -1).every((page) => page.length === auditPageSize)).toBe(true);
    expect(back.flat()).toEqual(expected.slice(0, expected.length - (forth.at(-1)?.length ?? 0)));
    expect(await estimateAuditEvents(filter)).toEqual({ count: expected.length, isEstimate: false });
  });

  it("stays in place while entries are added", async () => {
    const subject = randomUUID();
    const add = (number: number) =>
      db().auditEvent.create({ data: { name: "logout", subjectId: subject, ip: String(number) } });
    for (let number = 0; number < auditPageSize + 2; number++) await add(number);
    const first = await listAuditEvents({ subjectId: subject });
    await add(1_000);
    const second = await listAuditEvents({ subjectId: subject }, { after: first.older ?? "" });
    expect(second.events.map(({ ip }) => ip)).toEqual(["1", "0"]);
    const back = await listAuditEvents({ subjectId: subject }, { before: second.newer ?? "" });
    expect(back.events).toEqual(first.events);
    expect(back.newer).not.toBeNull();
  });

  it("links back from a page after the last entry", async () => {
    const beyond = await listAuditEvents({ actorId }, { after: writeCursor({ at: start, id: 0n }) });
    expect(beyond.events).toEqual([]);
    expect(beyond.older).toBeNull();
    const back = await listAuditEvents({ actorId }, { before: beyond.newer ?? "" });
    expect(back.events.at(-1)?.userAgent).toBe("0");
  });

  it.each(["x", "", "' OR 1=1", "\0"])("ignores the cursor %j", async (cursor) => {
    const first = await listAuditEvents({ actorId });
    expect(await listAuditEvents({ actorId }, { after: cursor })).toEqual(first);
    expect(await listAuditEvents({ actorId }, { before: cursor })).toEqual(first);
  });

  it("shows the names of existing users, and the IDs of deleted ones", async () => {
    const user = await createUser();
    const deleted = randomUUID();
    await db().auditEvent.create({ data: { name: "logout", actorId: user.id, subjectId: deleted } });
    const [event] = (await listAuditEvents({ actorId: user.id })).events;
    expect(event?.actor).toEqual({ id: user.id, username: user.username });
    expect(event?.subject).toEqual({ id: deleted, username: null });
  });
});

describe("the count of the audit trail", () => {
  it("is exact up to a thousand, and an estimate that is not below it from there", async () => {
    const name = "challenge_reported";
    const from = new Date("1998-01-01T00:00:00Z");
    const to = new Date("1998-01-02T00:00:00Z");
    await db().$executeRaw`
      INSERT INTO "AuditEvent" ("name", "at") SELECT ${name}, ${from}::timestamptz FROM generate_series(1, 1000)`;
    expect(await estimateAuditEvents({ names: [name], from, to })).toEqual({ count: 1_000, isEstimate: false });
    await db().auditEvent.create({ data: { name, at: from } });
    const { count: estimate, isEstimate } = await estimateAuditEvents({ names: [name], from, to });
    expect(isEstimate).toBe(true);
    expect(estimate).toBeGreaterThan(1_000);
  });
});
