import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";
import { type MigrationList, openSchemaEngine } from "@/test/prisma-schema-engine";
import { applyMigrations } from "./migrate";
import { readMigrationFiles } from "./migration-files";

const schema = readFileSync("prisma/schema.prisma", "utf8");
const migrations: MigrationList = {
  baseDir: "prisma/migrations",
  lockfile: { path: "migration_lock.toml", content: readFileSync("prisma/migrations/migration_lock.toml", "utf8") },
  shadowDbInitScript: "",
  migrationDirectories: readMigrationFiles("prisma/migrations").map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  })),
};

// Prisma's engine and we take turns at one database of our own.
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await startTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.stop();
});
beforeEach(async () => {
  await client.query("DROP SCHEMA public CASCADE");
  await client.query("CREATE SCHEMA public");
});

const engine = () => openSchemaEngine(database.url, schema);

describe("the migrations and schema.prisma", () => {
  it("describe the same database", async () => {
    await applyMigrations(database.url);
    expect(await (await engine()).missingSql()).toBeNull();
  });

  it.each([
    [`ALTER TABLE "User" DROP COLUMN "firstPasskeyAt"`, `ADD COLUMN     "firstPasskeyAt"`],
    [`ALTER TABLE "User" ADD COLUMN "nickname" text`, `DROP COLUMN "nickname"`],
    [`ALTER TABLE "Product" ALTER COLUMN "art" DROP NOT NULL`, `ALTER COLUMN "art" SET NOT NULL`],
    [`ALTER TABLE "Product" ALTER COLUMN "position" TYPE bigint`, `"position" SET DATA TYPE INTEGER`],
    [`ALTER TABLE "Challenge" ALTER COLUMN "attempts" DROP DEFAULT`, `"attempts" SET DEFAULT 0`],
    [`ALTER TABLE "Session" DROP CONSTRAINT "Session_userId_fkey"`, `ADD CONSTRAINT "Session_userId_fkey"`],
    [`DROP INDEX "Session_challengeId_key"`, `CREATE UNIQUE INDEX "Session_challengeId_key"`],
    [`DROP INDEX "User_verified_phone_key"`, `CREATE UNIQUE INDEX "User_verified_phone_key"`],
    [`ALTER TYPE "Role" ADD VALUE 'OWNER'`, `CREATE TYPE "Role_new"`],
    [`DROP TABLE "MailEvent"`, `CREATE TABLE "MailEvent"`],
  ])("would be found to differ after: %s", async (drift, remedy) => {
    await applyMigrations(database.url);
    await client.query(drift);
    expect(await (await engine()).missingSql()).toContain(remedy);
  });
});

describe("the history of migrations", () => {
  it("that we keep leaves Prisma nothing to do and nothing to complain about", async () => {
    await applyMigrations(database.url);
    const prisma = await engine();
    expect(await prisma.diagnose(migrations)).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      history: null,
    });
    expect(await prisma.apply(migrations)).toEqual([]);
  });

  it("that Prisma keeps leaves us nothing to do", async () => {
    const names = migrations.migrationDirectories.map(({ path }) => path);
    expect(await (await engine()).apply(migrations)).toEqual(names);
    expect(await applyMigrations(database.url)).toEqual([]);
  });
});
