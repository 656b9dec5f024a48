import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";
import { connect } from "./connect";
import { applyMigrations } from "./migrate";
import { readMigrationFiles } from "./migration-files";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync("prisma/migrations", folder, { recursive: true });
  await query("DROP SCHEMA public CASCADE");
  await query("CREATE SCHEMA public");
  return () => rmSync(folder, { recursive: true });
});

const migrate = () => applyMigrations(database.url, undefined, folder);
const history = () => query("SELECT * FROM _prisma_migrations ORDER BY started_at, migration_name");

async function query(sql: string) {
  const client = await connect(database.url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

it("applies every migration in order and keeps Prisma's history", async () => {
  const files = readMigrationFiles(folder);
  expect(await migrate()).toEqual(files.map(({ name }) => name));
  expect(await history()).toEqual(
    files.map(({ name, checksum }) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      migration_name: name,
      checksum,
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    })),
  );
});

it("does nothing the second time", async () => {
  await migrate();
  const before = await history();
  expect(await migrate()).toEqual([]);
  expect(await history()).toEqual(before);
});

it("applies each migration once when several processes start at the same time", async () => {
  const applied = await Promise.all([migrate(), migrate(), migrate(), migrate()]);
  expect(applied.flat()).toHaveLength(readMigrationFiles(folder).length);
  expect(await history()).toHaveLength(readMigrationFiles(folder).length);
});

it("refuses to continue when an applied migration was edited, and names it", async () => {
  await migrate();
  const [first] = readMigrationFiles(folder);
  appendFileSync(join(folder, first?.name ?? "", "migration.sql"), "\n-- an afterthought\n");
  addMigration("99990101000000_later", `CREATE TABLE "Later" ("id" int)`);
  await expect(migrate()).rejects.toThrow(`${first?.name}/migration.sql was edited`);
  expect(await query(`SELECT to_regclass('"Later"') AS later`)).toEqual([{ later: null }]);
});

it("accepts a migration whose line endings Git changed", async () => {
  await migrate();
  for (const { name, sql } of readMigrationFiles(folder)) addMigration(name, sql.replaceAll("\n", "\r\n"));
  expect(await migrate()).toEqual([]);
});

it("rolls back a failing migration, records why, and tries it again once it is fixed", async () => {
  const name = "99990101000000_broken";
  addMigration(name, `CREATE TABLE "Half" ("id" int);\nALTER TABLE "Nowhere" ADD COLUMN "id" int;`);
  await expect(migrate()).rejects.toThrow(`Migration ${name} failed`);
  expect(await query(`SELECT to_regclass('"Half"') AS half`)).toEqual([{ half: null }]);
  expect((await history()).at(-1)).toMatchObject({
    migration_name: name,
    finished_at: null,
    applied_steps_count: 0,
    rolled_back_at: expect.any(Date),
    logs: expect.stringContaining("Nowhere"),
  });

  addMigration(name, `CREATE TABLE "Half" ("id" int);`);
  expect(await migrate()).toEqual([name]);
});

it("names the line of a mistake", async () => {
  addMigration("99990101000000_typo", "SELECT 1;\n\nSELEC 2;\n");
  await expect(migrate()).rejects.toThrow("failed at line 3");
});

it("does not touch a migration that Prisma started and never finished", async () => {
  await migrate();
  await query("UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(migrate()).rejects.toThrow("npx prisma migrate resolve");
});

it("merges the two forms of an Argentine line while the second one is being verified", async () => {
  const name = "20261129000701_phone_line";
  rmSync(join(folder, name), { recursive: true });
  await migrate();
  cpSync(join("prisma/migrations", name), join(folder, name), { recursive: true });
  const insertUser = (username: string, phone: string) => `
    INSERT INTO "User" ("id", "username", "usernameKey", "email", "phone", "phoneVerified")
    VALUES (gen_random_uuid(), '${username}', '${username}', '${username}@example.com', '${phone}', clock_timestamp())`;
  await query(insertUser("ana", "+5491123456789"));
  const other = await connect(database.url);
  try {
    await other.query("BEGIN");
    await other.query(insertUser("eva", "+541123456789"));
    const migrating = migrate();
    await untilSomebodyWaits(other);
    await other.query("COMMIT");
    expect(await migrating).toEqual([name]);
  } finally {
    await other.end();
  }
  expect(await query(`SELECT "username" FROM "User" WHERE "phoneVerified" IS NOT NULL`)).toEqual([{ username: "eva" }]);
});

const waiting = `SELECT FROM pg_stat_activity WHERE "wait_event_type" = 'Lock' AND "datname" = current_database()`;

/** The embedded PostgreSQL shows nobody waiting. */
async function untilSomebodyWaits(open: Client): Promise<void> {
  for (let look = 1; look <= 50 && (await open.query(waiting)).rows.length === 0; look++) {
    await setTimeout(50);
    // Else a transaction sees the activity of its first look again.
    await open.query("SELECT pg_stat_clear_snapshot()");
  }
}

it("lets logins through while it waits for a table that a long query reads, and is applied after that query", async () => {
  await migrate();
  const name = "99990101000000_column";
  addMigration(name, `ALTER TABLE "User" ADD COLUMN "later" int;`);
  const reader = await connect(database.url);
  try {
    await reader.query("BEGIN");
    await reader.query(`SELECT count(*) FROM "User"`);
    const migrating = migrate();
    await untilSomebodyWaits(reader);
    const isNative = (await reader.query(waiting)).rows.length > 0;
    // It waits behind the migration, and the migration behind the reader.
    const login = query(`SELECT count(*)::int AS users FROM "User"`);
    if (isNative) expect(await login).toEqual([{ users: 0 }]);
    await reader.query("COMMIT");
    expect(await migrating).toEqual([name]);
    await login;
  } finally {
    await reader.end();
  }
});

it("builds an index without locking its table, removes what a broken attempt left, and others wait for it", async () => {
  await migrate();
  const name = "99990101000000_index";
  addMigration(name, `-- Reads and writes continue.\nCREATE UNIQUE INDEX CONCURRENTLY "Later_key" ON "Later" ("id");`);
  await query(`CREATE TABLE "Later" ("id" int)`);
  await query(`INSERT INTO "Later" VALUES (1), (1)`);
  await expect(migrate()).rejects.toThrow(`Migration ${name} failed`);
  const isValid = `SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('"Later_key"')`;
  expect(await query(isValid)).toEqual([{ indisvalid: false }]);

  await query(`TRUNCATE "Later"`);
  const applied = await Promise.all([migrate(), migrate(), migrate()]);
  expect(applied.flat()).toEqual([name]);
  expect(await query(isValid)).toEqual([{ indisvalid: true }]);
  expect((await history()).at(-1)).toMatchObject({ migration_name: name, finished_at: expect.any(Date), logs: null });
  expect(await migrate()).toEqual([]);
});
