import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What to tell where no native PostgreSQL can be started. */
export const HOW_TO_GET_POSTGRES =
  "There is no PostgreSQL server to measure with: install one (Debian and Ubuntu: apt-get install postgresql, macOS: brew install postgresql) or set BENCH_DATABASE_URL to an empty database for trials.";

/** The folder of a native PostgreSQL's programs (`initdb`, `postgres`), the newest of those found; null without one. */
export function findPostgres(): string | null {
  const versions = listFolders("/usr/lib/postgresql").sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...versions.map((version) => join("/usr/lib/postgresql", version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
    "/opt/homebrew/bin",
    "/usr/local/bin",
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null;
}

function listFolders(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
