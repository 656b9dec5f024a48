import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Failure,
  type FailureFilter,
  failureCountSql,
  failureRangeSql,
  listFailures,
  readDelivery,
} from "@/lib/admin/delivery/list-failures";
import { readMailSteps } from "@/lib/admin/delivery/request-lives";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { takeInMailEvents } from "@/lib/mail/mail-events";
import { applyMigrations } from "@/prisma/migrate";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";

// A database of its own: its events would be in the figures of other tests.
let database: TestDatabase;
let observer: pg.Client;

const failed = 2_000;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeAll(async () => {
  database = await startTestDatabase();
  await applyMigrations(database.url);
  Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL_SIZE: "1" });
  observer = new pg.Client({ connectionString: database.url });
  await observer.connect();
  await observer.query(
    `INSERT INTO "MailEvent" ("id", "kind", "receivedAt", "at", "messageId", "subjectId")
     SELECT 'arrived' || n, 'delivered', now() - n * interval '20 seconds', now(), 'message' || n, 'request' || n
     FROM generate_series(1, 20000) n`,
  );
  await observer.query(
    `INSERT INTO "MailEvent" ("id", "kind", "receivedAt", "at", "domain", "maskedAddress", "reason", "reply")
     SELECT 'failed' || n, CASE n % 2 WHEN 0 THEN 'bounce' ELSE 'dropped' END, now(), now() - n * interval '1 hour',
       CASE WHEN n % 100 = 0 THEN 'rare.example' ELSE 'often.example' END, 'a•••@often.example',
       CASE n % 2 WHEN 0 THEN 'unknown_mailbox' ELSE 'suppressed' END, '550 no'
     FROM generate_series(1, ${failed}) n`,
  );
  await observer.query(`VACUUM (ANALYZE) "MailEvent"`);
}, 180_000);
afterAll(async () => {
  await db().$disconnect();
  await observer.end();
  await database.stop();
});

async function explain(statement: Prisma.Sql): Promise<string> {
  await observer.query("SET enable_seqscan = off");
  const { rows } = await observer.query<{ "QUERY PLAN": string }>(`EXPLAIN ${statement.text}`, statement.values);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const filters: [string, FailureFilter, string][] = [
  ["all failures", { from: daysAgo(90) }, "MailEvent_at_id_idx"],
  ["the failures of a domain", { from: daysAgo(90), domain: "rare.example" }, "MailEvent_domain_at_id_idx"],
];

describe("the delivery desk", () => {
  it.each(filters)("reads a page of %s as one range of an index", async (_what, filter, index) => {
    for (const isBackwards of [true, false]) {
      const place = { at: daysAgo(10), id: randomUUID() };
      const plan = await explain(failureRangeSql(filter, { place, isBackwards, limit: 51 }));
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/Sort|Seq Scan|Filter:/);
    }
  });

  it.each(filters)("counts %s by an index, without the mails that arrived", async (_what, filter, index) => {
    const plan = await explain(failureCountSql(filter));
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan|Filter:/);
  });

  it.each(filters)("leads through the pages of %s once, newest first, and back", async (_what, filter) => {
    const { rows } = await observer.query(
      `SELECT count(*)::int AS "count" FROM "MailEvent" WHERE "reason" IS NOT NULL AND ($1::text IS NULL OR "domain" = $1)`,
      [filter.domain ?? null],
    );
    const seen: Failure[] = [];
    for (let page = await listFailures(filter); ; ) {
      seen.push(...page.failures);
      if (page.older === null) break;
      const next = await listFailures(filter, { after: page.older });
      const back = await listFailures(filter, { before: next.newer ?? undefined });
      expect(back.failures).toEqual(page.failures);
      page = next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(rows[0].count);
    expect(seen).toEqual(seen.toSorted((one, other) => other.at.getTime() - one.at.getTime()));
  });

  it("shows figures by day, and by domain and reason, of all or of one domain", async () => {
    const all = await readDelivery({ days: 90 }, {});
    expect(all.days).toHaveLength(90);
    const sum = (kind: "bounced" | "dropped") => all.days.reduce((total, day) => total + day[kind], 0);
    expect([sum("bounced"), sum("dropped")]).toEqual([failed / 2, failed / 2]);
    expect(all.counts).toMatchObject([
      { domain: "often.example", reason: "suppressed", count: 1_000 },
      { domain: "often.example", reason: "unknown_mailbox", count: 980 },
      { domain: "rare.example", reason: "unknown_mailbox", count: 20 },
    ]);
    const rare = await readDelivery({ days: 90, domain: "rare.example" }, {});
    expect(rare.counts).toMatchObject([{ domain: "rare.example", count: 20 }]);
    expect(rare.days.reduce((total, day) => total + day.bounced, 0)).toBe(20);
  });
});

it("neither the life of a request nor an event of SendGrid reads the whole table", async () => {
  const scans = async () => {
    await db().$executeRaw`SELECT pg_stat_force_next_flush()`;
    const { rows } = await observer.query(`SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'MailEvent'`);
    return Number(rows[0].seq_scan);
  };
  const before = await scans();
  expect((await readMailSteps(["request7"]))("request7")).toMatchObject([{ step: "delivered" }]);
  const event = { event: "delivered", email: "a@example.com", timestamp: Math.floor(Date.now() / 1_000) };
  const events = Array.from({ length: 500 }, (_, n) => ({
    ...event,
    sg_event_id: `new${n}`,
    sg_message_id: `message${n}`,
  }));
  expect(await takeInMailEvents(events)).toBe(500);
  expect(await scans()).toBe(before);
  await db().$queryRaw`SELECT max("reply") FROM "MailEvent"`;
  expect(await scans()).toBeGreaterThan(before);
});
