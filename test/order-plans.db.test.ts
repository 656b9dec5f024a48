import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportOrders, orderCsvColumns } from "@/lib/admin/orders/export-orders";
import {
  countOrders,
  listOrders,
  type OrderFilter,
  type OrderRow,
  rangeSql,
  readFilter,
} from "@/lib/admin/orders/list-orders";
import { csvStream } from "@/lib/csv/csv";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { applyMigrations } from "@/prisma/migrate";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";
import { fillDatabase } from "@/scripts/demo-data/fill-database";

// A database of its own: thirty thousand orders would slow down every other test.
let database: TestDatabase;
let observer: pg.Client;
let customerId: string;

const orders = 30_000;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeAll(async () => {
  database = await startTestDatabase();
  await applyMigrations(database.url);
  await fillDatabase(database.url, { count: 2_000, orders });
  Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL_SIZE: "1" });
  observer = new pg.Client({ connectionString: database.url });
  await observer.connect();
  // What misleads statistics: a name and a state that were frequent long ago.
  await observer.query(`UPDATE "Order" SET "name" = 'Zita Oldenburg', "state" = 'CANCELLED' WHERE "number" < 13000`);
  await observer.query(`UPDATE "Order" SET "state" = 'SENT' WHERE "number" >= 13000 AND "state" = 'CANCELLED'`);
  await observer.query(`VACUUM (ANALYZE) "Order"`);
  const { rows } = await observer.query(
    `SELECT "userId" FROM "Order" WHERE "userId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  customerId = rows[0].userId;
  // Or PostgreSQL counts these reads during a test.
  await observer.query("SELECT pg_stat_force_next_flush()");
}, 180_000);
afterAll(async () => {
  await db().$disconnect();
  await observer.end();
  await database.stop();
});

const filters: [string, () => OrderFilter][] = [
  ["nothing", () => ({})],
  ["a state that few have", () => ({ state: "PLACED" })],
  ["a state that only old orders have", () => ({ state: "CANCELLED" })],
  ["a state that most have", () => ({ state: "SENT" })],
  ["times", () => ({ from: daysAgo(200), before: daysAgo(100) })],
  ["times and a state", () => ({ from: daysAgo(200), before: daysAgo(100), state: "SENT" })],
  ["a number", () => ({ search: "10500" })],
  ["a name that many have", () => ({ search: "mar" })],
  ["a name that nobody has", () => ({ search: "qzxw" })],
  ["a name that only old orders have", () => ({ search: "oldenb zita" })],
  ["a name and a state", () => ({ search: "zita", state: "CANCELLED" })],
  ["a name and times without it", () => ({ search: "zita", from: daysAgo(30) })],
  ["a customer", () => ({ customerId })],
  ["a customer and a state", () => ({ customerId, state: "SENT" })],
  ["a customer without orders", () => ({ customerId: randomUUID() })],
];

async function sequentialScansOf(work: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    await db().$executeRaw`SELECT pg_stat_force_next_flush()`;
    const { rows } = await observer.query(`SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'Order'`);
    return Number(rows[0].seq_scan);
  };
  const before = await count();
  await work();
  return (await count()) - before;
}

describe("the list of orders never reads the whole table", () => {
  it("and a statement that does is noticed", async () => {
    expect(await sequentialScansOf(() => db().$queryRaw`SELECT max("note") FROM "Order"`)).toBeGreaterThan(0);
  });

  it.each(filters)("when it is filtered by %s", async (_what, filter) => {
    const scans = await sequentialScansOf(async () => {
      const { older, newer } = await listOrders(filter());
      expect(newer).toBeNull();
      if (older) await listOrders(filter(), { after: older });
      await countOrders(filter());
    });
    expect(scans).toBe(0);
  });
});

it.each([
  ["all orders", {}, "Order_placedAt_id_idx"],
  ["a state", { state: "CANCELLED" }, "Order_state_placedAt_id_idx"],
  // Their few orders may be sorted.
  ["a customer", { customerId: randomUUID() }, "Order_userId_placedAt_id_idx", /Seq Scan|Filter:/],
] as const)(
  "a page of %s is one range of the index of its filter",
  async (_what, filter, index, never = /Sort|Seq Scan|Filter:/) => {
    const asked = readFilter(filter);
    if (asked === null) throw new Error("The filter is not read.");
    const place = { at: daysAgo(10), id: randomUUID() };
    for (const isBackwards of [true, false]) {
      const plan = await explain(rangeSql(asked, { place, isBackwards, limit: 51 }));
      expect(plan).toContain(index);
      expect(plan).not.toMatch(never);
    }
  },
);

async function explain(statement: Prisma.Sql): Promise<string> {
  await observer.query("SET enable_seqscan = off");
  const { rows } = await observer.query<{ "QUERY PLAN": string }>(`EXPLAIN ${statement.text}`, statement.values);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("paging", () => {
  it.each([filters[0], filters[3], filters[7], filters[9]] as typeof filters)(
    "leads through all orders with %s once, newest first, and back",
    async (_what, filter) => {
      const { count } = await countOrders(filter());
      const seen: OrderRow[] = [];
      let page = await listOrders(filter());
      // A few pages are enough of many.
      for (let turn = 0; turn < 5; turn++) {
        seen.push(...page.orders);
        if (page.older === null) break;
        const next = await listOrders(filter(), { after: page.older });
        const back = await listOrders(filter(), { before: next.newer ?? undefined });
        expect(back.orders).toEqual(page.orders);
        page = next;
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      expect(seen.length).toBe(Math.min(count, 250));
      expect(seen).toEqual(seen.toSorted((one, other) => other.placedAt.getTime() - one.placedAt.getTime()));
    },
  );

  it("finds what was searched", async () => {
    const byNumber = await listOrders({ search: "#10500" });
    expect(byNumber.orders.map(({ number }) => number)).toEqual([10_500]);
    const byName = await listOrders({ search: "OLDENB Zi" });
    expect(byName.orders.every(({ name }) => name === "Zita Oldenburg")).toBe(true);
    expect(byName.orders).toHaveLength(50);
    expect(await countOrders({ search: "zita" })).toEqual({ count: 1_000, isMore: true });
    for (const search of ["'; --", "zita:* & !", "\\", "()", "' | 'a"]) await listOrders({ search });
  });
});

it("an export has every matching order once, with its lines, and no formula", async () => {
  await observer.query(`UPDATE "Order" SET "note" = '=cmd()' WHERE "number" = 10500`);
  const numbers = new Set<unknown>();
  let rows = 0;
  for await (const batch of exportOrders({ search: "zita" })) {
    expect(batch.length).toBeLessThanOrEqual(1_000);
    rows += batch.length;
    for (const fields of batch) numbers.add(fields[orderCsvColumns.indexOf("number")]);
  }
  expect([rows, numbers.size]).toEqual([rows, rows]);
  const { rows: found } = await observer.query(`SELECT count(*)::int FROM "Order" WHERE "name" = 'Zita Oldenburg'`);
  expect(rows).toBe(found[0].count);
  const text = await new Response(csvStream(orderCsvColumns, exportOrders({ search: "10500" }))).text();
  expect(text).toMatch(/"\d+ × [^"]+"/);
  expect(text).toContain(`"'=cmd()"`);
});
