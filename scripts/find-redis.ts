import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackage } from "./install-debian-package";
import { SetupProblem } from "./setup-problem";

const NAMES_ON_PATH = ["redis-server", "valkey-server"];
const USUAL_FOLDERS = ["/opt/homebrew/bin", "/usr/local/bin"];

/** What to tell where there is no Redis and none can be installed. */
export const HOW_TO_GET_REDIS =
  "There is no redis-server to test with: install one (Debian and Ubuntu: apt-get install redis-server, macOS: brew install redis) or set REDIS_SERVER_PATH to its program.";

/** The program of a Redis that starts on this machine; installs one where it can, and is null where it cannot. */
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
