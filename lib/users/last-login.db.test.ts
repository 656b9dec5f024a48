import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { db } from "@/lib/db/client";
import { applyMigrations, migrationsFolder } from "@/prisma/migrate";
import { startTestDatabase } from "@/scripts/database/test-database";
import { createUser } from "@/test/login-parts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const never = "-infinity";

it("no index of users holds a column that every login writes, so that a login writes no index", async () => {
  const indexes = await db().$queryRaw`
    SELECT "indexdef" FROM pg_indexes
    WHERE "tablename" = 'User' AND "indexdef" ~ 'lastLoginAt|emailVerified|locale'`;
  expect(indexes).toEqual([]);
});

it("the order by last login follows each user until they are deleted", async () => {
  const { id } = await createUser();
  const found = async () =>
    await db().$queryRaw`
    SELECT "at"::text, "isBeforeRegistration" FROM "LastLogin" WHERE "userId" = ${id}::uuid`;
  expect(await found()).toEqual([{ at: never, isBeforeRegistration: false }]);
  await db().user.update({ where: { id }, data: { lastLoginAt: day(2), createdAt: day(1) } });
  expect(await found()).toEqual([{ at: "2026-01-02 00:00:00+00", isBeforeRegistration: false }]);
  await db().user.update({ where: { id }, data: { createdAt: day(5) } });
  expect(await found()).toMatchObject([{ isBeforeRegistration: true }]);
  await db().user.delete({ where: { id } });
  expect(await found()).toEqual([]);
});

it("the migration takes over everyone, with who logs in or is deleted while it fills the table", async () => {
  const database = await startTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  const folder = mkdtempSync(join(tmpdir(), "last-login-"));
  onTestFinished(async () => {
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true });
  });
  const applyUpTo = async (last: string) => {
    for (const name of readdirSync(migrationsFolder)) {
      if (name <= last) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
    }
    await applyMigrations(database.url, () => {}, folder);
  };
  const addUser = async (name: string, lastLoginAt: Date | null) =>
    await client.query(
      `INSERT INTO "User" ("id", "email", "username", "usernameKey", "phone", "createdAt", "lastLoginAt")
       VALUES ($1, $2 || '@example.com', $2, $2, '+14155552671', $3, $4)`,
      [randomUUID(), name, day(10), lastLoginAt],
    );

  await applyUpTo("20261130150000_bag_and_orders");
  await client.connect();
  await addUser("never", null);
  await addUser("member", day(11));
  await addUser("imported", day(1));
  await applyUpTo("20261130150500_last_login");
  await addUser("new", day(12));
  await applyUpTo("20261130150501_last_login_filled");
  // What the filling does not see.
  await client.query(`UPDATE "LastLogin" SET "at" = $1 FROM "User" WHERE "id" = "userId" AND "username" = 'member'`, [
    day(5),
  ]);
  await client.query(`INSERT INTO "LastLogin" VALUES ($1, now(), false)`, [randomUUID()]);
  await applyUpTo("20261130150502_last_login_ordered");

  const { rows } = await client.query(
    `SELECT "username", "at"::text, "isBeforeRegistration" AS "isEarly"
     FROM "LastLogin" LEFT JOIN "User" ON "id" = "userId" ORDER BY "at"`,
  );
  expect(rows).toEqual([
    { username: "never", at: never, isEarly: false },
    { username: "imported", at: "2026-01-01 00:00:00+00", isEarly: true },
    { username: "member", at: "2026-01-11 00:00:00+00", isEarly: false },
    { username: "new", at: "2026-01-12 00:00:00+00", isEarly: false },
  ]);
});
