import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { SetupProblem } from "./setup-problem";

const DEBIAN_FOLDER = "/usr/lib/postgresql";
const OTHER_FOLDERS = ["/opt/homebrew/bin", "/usr/local/bin"];

export const HOW_TO_GET_POSTGRES =
  "Install PostgreSQL 14 or newer (Debian and Ubuntu: apt-get install postgresql, macOS: brew install postgresql).";

/** The newest `initdb` and `postgres`, or null. */
export function findInstalledPostgres(): string | null {
  if (process.getuid?.() === 0 && findPostgresUser() === null) return null;
  const folders = [...listDebianFolders(), ...(process.env.PATH ?? "").split(delimiter), ...OTHER_FOLDERS];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** Installs one where it can. */
export function findPostgres(): string | null {
  const installed = findInstalledPostgres();
  if (installed !== null) return installed;
  return installDebianPackage("PostgreSQL", "postgresql") ? findInstalledPostgres() : null;
}

/** PostgreSQL refuses root. */
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

const NAMES_ON_PATH = ["redis-server", "valkey-server"];
const USUAL_FOLDERS = ["/opt/homebrew/bin", "/usr/local/bin"];

export const HOW_TO_GET_REDIS =
  "There is no redis-server to test with: install one (Debian and Ubuntu: apt-get install redis-server, macOS: brew install redis) or set REDIS_SERVER_PATH to its program.";

/** Installs one where it can, else null. */
export function findRedis(): string | null {
  return findInstalledRedis() ?? (installDebianPackage("Redis", "redis-server") ? findInstalledRedis() : null);
}

function findInstalledRedis(): string | null {
  const asked = process.env.REDIS_SERVER_PATH;
  if (asked) {
    if (starts(asked)) return asked;
    throw new SetupProblem(`REDIS_SERVER_PATH is ${asked}, and that program does not start.`);
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...USUAL_FOLDERS];
  return NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))).find(starts) ?? null;
}

function starts(program: string): boolean {
  return existsSync(program) && spawnSync(program, ["--version"], { timeout: 20_000 }).status === 0;
}

/** Installs one where it can, else null. */
export function findNginx(): string | null {
  return findInstalledNginx() ?? (installDebianPackage("nginx", "nginx") ? findInstalledNginx() : null);
}

const findInstalledNginx = () => findOnPath("nginx", "/usr/sbin/nginx", "/opt/homebrew/bin/nginx");

/** Installs one where it can, else null. */
export function findPgbouncer(): string | null {
  return findInstalledPgbouncer() ?? (installDebianPackage("pgbouncer", "pgbouncer") ? findInstalledPgbouncer() : null);
}

const findInstalledPgbouncer = () => findOnPath("pgbouncer", "/usr/sbin/pgbouncer", "/opt/homebrew/bin/pgbouncer");

const TIMEOUT_MS = 600_000;

/** By apt-get as root; false otherwise. Starts no service. */
export function installDebianPackage(purpose: string, ...names: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(`Installing ${purpose} with the system's package manager (apt-get install ${names[0]}) ...`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    timeout: TIMEOUT_MS,
  };
  spawnSync("apt-get", ["update", "-qq"], options);
  const install = ["install", "-y", "-qq", "--no-install-recommends"];
  return names.some((name) => spawnSync("apt-get", [...install, name], options).status === 0);
}

/** By name on PATH or whole path, or null. */
export function findOnPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => (name.startsWith("/") ? [name] : folders.map((folder) => join(folder, name))));
  return places.find(existsSync) ?? null;
}
