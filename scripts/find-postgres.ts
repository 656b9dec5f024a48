import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackage } from "./install-debian-package";

const DEBIAN_FOLDER = "/usr/lib/postgresql";
const OTHER_FOLDERS = ["/opt/homebrew/bin", "/usr/local/bin"];

/** How to get a native PostgreSQL server. */
export const HOW_TO_GET_POSTGRES =
  "Install PostgreSQL 14 or newer (Debian and Ubuntu: apt-get install postgresql, macOS: brew install postgresql).";

/** The folder of a native PostgreSQL's programs (`initdb`, `postgres`), the newest of those found; null without one. */
export function findInstalledPostgres(): string | null {
  if (process.getuid?.() === 0 && findPostgresUser() === null) return null;
  const folders = [...listDebianFolders(), ...(process.env.PATH ?? "").split(delimiter), ...OTHER_FOLDERS];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** As `findInstalledPostgres`, and installs one where it can. */
export function findPostgres(): string | null {
  const installed = findInstalledPostgres();
  if (installed !== null) return installed;
  return installDebianPackage("PostgreSQL", "postgresql") ? findInstalledPostgres() : null;
}

/** The user that PostgreSQL's package made. PostgreSQL refuses to run as root, and then runs as this user. */
export function findPostgresUser(): { uid: number; gid: number } | null {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout),
  );
  return uid && gid ? { uid, gid } : null;
}

function listDebianFolders(): string[] {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  const versions = readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN_FOLDER, version, "bin"));
}
