import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUserRecord } from "@/lib/admin/find-user-record";
import { listClosedLimits } from "@/lib/admin/limits";
import { readOverview } from "@/lib/admin/read-overview";
import { db } from "@/lib/db/client";
import { exportUsers } from "@/lib/users/export-users";
import { listUsers } from "@/lib/users/list-users";
import { chooseSearchMethod, type UserFilter } from "@/lib/users/user-filter";
import { userOrders } from "@/lib/users/user-order";
import { applyMigrations } from "@/prisma/migrate";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";

// A database of its own: twenty thousand users would slow down every other test.
let database: TestDatabase;
let observer: pg.Client;

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

beforeAll(async () => {
  database = await startTestDatabase();
  await applyMigrations(database.url);
  // One connection, which is asked to report its reads at once: PostgreSQL gathers them for a second.
  Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL_SIZE: "1" });
  observer = new pg.Client({ connectionString: database.url });
  await observer.connect();
  await observer.query(`
    INSERT INTO "User" ("id", "email", "username", "usernameKey", "phone", "role", "disabledAt", "createdAt", "lastLoginAt")
    SELECT gen_random_uuid(), 'user' || n || '@example.com', 'user' || n, 'user' || n, '+1415' || 5550000 + n,
      CASE WHEN n % 5000 = 0 THEN 'STAFF'::"Role" ELSE 'CUSTOMER'::"Role" END, CASE WHEN n % 1000 = 0 THEN now() END,
      now() - n * interval '1 hour', CASE WHEN n % 400 > 0 THEN now() - n * interval '50 minutes' END
    FROM generate_series(1, 20000) n`);
  await observer.query(`
    INSERT INTO "Authenticator" ("credentialID", "userId", "providerAccountId", "credentialPublicKey", "counter", "credentialDeviceType", "credentialBackedUp")
    SELECT "id", "id", "id", '', 0, 'singleDevice', false FROM "User" WHERE "usernameKey" LIKE '%777'`);
  await observer.query(`
    INSERT INTO "AuditEvent" ("at", "name", "subjectId", "userAgent")
    SELECT now() - n * interval '5 minutes', CASE WHEN n % 30 = 0 THEN 'limit_reached' ELSE 'login_succeeded' END,
      gen_random_uuid(), repeat('x', 200)
    FROM generate_series(1, 20000) n`);
  for (const table of ["User", "LastLogin", "Authenticator", "AuditEvent"])
    await observer.query(`VACUUM (ANALYZE) "${table}"`);
  // Or PostgreSQL counts these reads during a test.
  await observer.query("SELECT pg_stat_force_next_flush()");
}, 180_000);
afterAll(async () => {
  await db().$disconnect();
  await observer.end();
  await database.stop();
});

/** How often PostgreSQL has read a table from end to end, by its own count. */
async function countSequentialScans(table: string): Promise<number> {
  await db().$executeRaw`SELECT pg_stat_force_next_flush()`;
  const { rows } = await observer.query("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = $1", [table]);
  return Number(rows[0].seq_scan);
}

async function sequentialScansOf(work: () => Promise<unknown>, table = "User"): Promise<number> {
  const before = await countSequentialScans(table);
  await work();
  return (await countSequentialScans(table)) - before;
}

const filters: [string, UserFilter][] = [
  ["nothing", {}],
  ["a search that many fit", { search: "exa" }],
  ["a search that few fit", { search: "user1999" }],
  ["a search that nobody fits", { search: "qzxw" }],
  ["common words that nobody has in this order", { search: "com.example" }],
  ["a phone number", { search: "+1 415 556-9999" }],
  ["two letters that many begin with", { search: "us" }],
  ["two letters that nobody begins with", { search: "qz" }],
  ["a role that few have", { role: "STAFF" }],
  ["a role that nobody has", { role: "ADMIN" }],
  ["a role that most have", { role: "CUSTOMER" }],
  ["being disabled", { status: "disabled" }],
  ["being active", { status: "active" }],
  ["registration", { registeredFrom: daysAgo(400), registeredBefore: daysAgo(399) }],
  ["last login", { lastLoginFrom: daysAgo(400), lastLoginBefore: daysAgo(399) }],
  ["last login, open to the past", { lastLoginBefore: daysAgo(600) }],
  ["never having logged in", { hasNeverLoggedIn: true }],
  ["having a passkey", { hasPasskey: true }],
  ["having none", { hasPasskey: false }],
  ["a search that many fit and a role that few have", { search: "exa", role: "STAFF" }],
  ["a search that some fit and being disabled", { search: "user1", status: "disabled" }],
  ["a search that some fit and a passkey", { search: "user1", hasPasskey: true }],
  ["a search that some fit and none", { search: "user1", hasPasskey: false }],
  ["a search and registration", { search: "user1", registeredFrom: daysAgo(500), registeredBefore: daysAgo(400) }],
  ["a search and last login", { search: "user1", lastLoginFrom: daysAgo(500), lastLoginBefore: daysAgo(400) }],
  ["several at once", { role: "STAFF", status: "disabled", search: "user5" }],
];

describe("the list never reads the whole table of users", () => {
  it("and a statement that does is noticed", async () => {
    const scans = await sequentialScansOf(() => db().$queryRaw`SELECT max("phone") FROM "User"`);
    expect(scans).toBeGreaterThan(0);
  });

  it.each(filters)("when it is filtered by %s", async (_what, filter) => {
    for (const order of userOrders) {
      const scans = await sequentialScansOf(async () => {
        const { next, previous } = await listUsers({ filter, order });
        if (next) await listUsers({ filter, order, after: next });
        if (previous) await listUsers({ filter, order, before: previous });
      });
      expect(scans, order).toBe(0);
    }
  });
});

it.each([
  ["common words that nobody has in this order, by its marks", "com.example", "marks"],
  ["what many addresses have, by its text", "e.com", "text"],
  ["a text without a mark, by its text", "user1999", "text"],
  ["a written phone number, by its digits", "415-555", "text"],
])("a search finds %s", async (_what, search, way) => {
  expect(await chooseSearchMethod({ search })).toBe(way);
});

describe("no page reads the whole audit trail", () => {
  it("and a statement that does is noticed", async () => {
    expect(
      await sequentialScansOf(() => db().$queryRaw`SELECT max("ip") FROM "AuditEvent"`, "AuditEvent"),
    ).toBeGreaterThan(0);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["the overview", () => readOverview(90)],
    ["a user's page", async () => await findUserRecord((await listUsers({})).users[0]?.id ?? "")],
    ["the page of closed limits", () => listClosedLimits()],
  ])("%s", async (_what, read) => {
    expect(await sequentialScansOf(read, "AuditEvent")).toBe(0);
  });
});

describe("the count", () => {
  it("says that it is estimated where many fit, and is near", async () => {
    const { count } = await listUsers({});
    expect(count.kind).toBe("estimate");
    expect(count.count).toBeGreaterThan(19_000);
    expect(count.count).toBeLessThan(21_000);
  });

  it("is exact where few fit", async () => {
    expect((await listUsers({ filter: { status: "disabled" } })).count).toEqual({ kind: "exact", count: 20 });
    expect((await listUsers({ filter: { search: "user1999" } })).count).toEqual({ kind: "exact", count: 11 });
    expect((await listUsers({ filter: { hasNeverLoggedIn: true } })).count).toEqual({ kind: "exact", count: 50 });
  });
});

it("without pg_trgm a search finds the same", async () => {
  const search = async () => await listUsers({ filter: { search: "ser1999" }, order: "username" });
  const found = await search();
  await observer.query(`DROP INDEX "User_search_idx", "User_search_marks_idx"`);
  await observer.query("DROP EXTENSION pg_trgm");
  expect(found.users).toHaveLength(11);
  expect(await search()).toEqual(found);
});

describe("the export", () => {
  it.each(userOrders)("in the order %s has everyone once, in batches", async (order) => {
    const ids = new Set<string>();
    let read = 0;
    for await (const batch of exportUsers({}, order)) {
      expect(batch.length).toBeLessThanOrEqual(5_000);
      for (const user of batch) ids.add(user.id);
      read += batch.length;
    }
    expect([read, ids.size]).toEqual([20_000, 20_000]);
  });

  it("has those who fit, in the order of the list", async () => {
    const exported = [];
    for await (const batch of exportUsers({ status: "disabled" }, "username")) exported.push(...batch);
    expect(exported).toEqual((await listUsers({ filter: { status: "disabled" }, order: "username" })).users);
  });
});
