import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyMigrations } from "@/prisma/migrate";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";
import { fillDatabase, requireDemoDatabase } from "./fill-database";
import { copyField } from "./write-rows";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await startTestDatabase();
  await applyMigrations(database.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.stop();
});

const count = async (table: string) => Number((await client.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);

it("fills the embedded database too, and a second lot does not collide with the first", async () => {
  await fillDatabase(database.url, { count: 1_500, events: 1_200 });
  await fillDatabase(database.url, { count: 500 });
  expect([await count("User"), await count("AuditEvent")]).toEqual([2_000, 1_200]);
  expect(await count("Authenticator")).toBeGreaterThan(0);
});

it("leaves the indexes as the migrations made them, also after rebuilding them", async () => {
  const indexes = async () =>
    (
      await client.query(
        `SELECT indexdef, (SELECT array_agg(attstattarget) FROM pg_attribute WHERE attrelid = quote_ident(indexname)::regclass) AS targets
         FROM pg_indexes WHERE tablename = 'User' ORDER BY indexname`,
      )
    ).rows;
  const before = await indexes();
  expect(JSON.stringify(before)).toContain("1000");
  await fillDatabase(database.url, { count: 2_000, rebuildsFrom: 2_000 });
  expect(await indexes()).toEqual(before);
});

it("adds no one who could be a real person, and detects an existing one", async () => {
  await expect(requireDemoDatabase(database.url, client)).resolves.toBeUndefined();
  await client.query(`UPDATE "User" SET "email" = 'someone@myshop.com' WHERE "id" = (SELECT "id" FROM "User" LIMIT 1)`);
  await expect(requireDemoDatabase(database.url, client)).rejects.toThrow("real address");
});

it("writes fields in COPY's text format", () => {
  expect(["a\tb\\c\nd\re", null, true, 7, new Date(0)].map(copyField)).toEqual([
    "a\\tb\\\\c\\nd\\re",
    "\\N",
    "t",
    "7",
    "1970-01-01T00:00:00.000Z",
  ]);
});
