// tsc, after Next has updated the types of its routes.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClientIfStale } from "./generate-client.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

generateClientIfStale();
rmSync(join(root, ".next/types"), { recursive: true, force: true });
rmSync(join(root, ".next/dev/types/validator.ts"), { force: true });
run("next/dist/bin/next", ["typegen"], ["ignore", "ignore", "inherit"]);
run("typescript/bin/tsc", ["--noEmit"], "inherit");

function run(program, args, stdio) {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", program), ...args], { cwd: root, stdio });
  if (status !== 0) process.exit(status ?? 1);
}
