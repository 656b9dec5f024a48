import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type MigrationFile = { name: string; sql: string; checksum: string };

/** Reads the migrations of a folder in the order in which they are applied. */
export function readMigrationFiles(folder: string): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    });
}

/** Like Prisma, takes a file whose line ends Git has changed for the same file. */
export function matchesChecksum(file: MigrationFile, checksum: string): boolean {
  const lineFeeds = file.sql.replaceAll("\r\n", "\n");
  return [file.sql, lineFeeds, lineFeeds.replaceAll("\n", "\r\n")].some((sql) => checksumOf(sql) === checksum);
}

function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
