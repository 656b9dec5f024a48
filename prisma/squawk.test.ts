import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

function lint(sql: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "squawk-"));
  const file = join(folder, "migration.sql");
  writeFileSync(file, sql);
  const squawk = spawnSync(process.execPath, ["node_modules/squawk-cli/js/bin/squawk", "--reporter", "json", file]);
  rmSync(folder, { recursive: true });
  return (JSON.parse(`${squawk.stdout}`) as { rule_name: string }[]).map((found) => found.rule_name);
}

test.each([
  [`CREATE INDEX "User_later" ON "User" ("later");`, "require-concurrent-index-creation"],
  [`DROP INDEX "User_later";`, "require-concurrent-index-deletion"],
  [`ALTER TABLE "User" DROP COLUMN "phone";`, "ban-drop-column"],
  [`ALTER TABLE "User" RENAME COLUMN "phone" TO "mobile";`, "renaming-column"],
  [`ALTER TABLE "User" ADD COLUMN "later" TEXT NOT NULL;`, "adding-required-field"],
  [`ALTER TABLE "User" ALTER COLUMN "phone" TYPE INTEGER;`, "changing-column-type"],
  [`ALTER TABLE "User" ADD CONSTRAINT "later" CHECK ("phone" <> '');`, "constraint-missing-not-valid"],
])("a new migration that the running version would not survive is refused: %s", (sql, rule) => {
  expect(lint(sql)).toContain(rule);
});

test.each([
  `ALTER TABLE "User" ADD COLUMN "later" TEXT;`,
  `CREATE TABLE "Later" ("id" UUID PRIMARY KEY); CREATE INDEX "Later_id" ON "Later" ("id");`,
])("a new migration that only adds is taken: %s", (sql) => {
  expect(lint(sql)).toEqual([]);
});

test("the migrations that the linter leaves alone exist, and none is newer than the linter", () => {
  const [, list = ""] = /excluded_paths = \[([^\]]*)\]/.exec(readFileSync(".squawk.toml", "utf8")) ?? [];
  const paths = [...list.matchAll(/"([^"]+)"/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(path) || path > "prisma/migrations/20261130")).toEqual([]);
});
