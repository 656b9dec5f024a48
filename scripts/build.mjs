// npm run build: the Prisma client, then Next, then what Next's standalone output lacks.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClientIfStale } from "./generate-client.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const standalone = join(root, ".next/standalone");

generateClientIfStale();
const next = join(root, "node_modules/next/dist/bin/next");
const { status } = spawnSync(process.execPath, [next, "build"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

if (existsSync(standalone)) {
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  // Where pages are kept; read-only systems mount a place there.
  mkdirSync(join(standalone, ".next/server/route-cache"), { recursive: true });
  // Next copies the secrets of the machine that builds.
  for (const file of [".env", ".env.production"]) rmSync(join(standalone, file), { force: true });
}
