import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const output = join(root, "lib/db/generated");
const stampFile = join(output, "schema.sha256");

/** Generates the Prisma client if it is missing or older than schema.prisma or Prisma itself. */
export function generateClientIfStale() {
  generatePrismaIfStale();
  writeMigrationNames();
}

/** A build has no migration files, but has to know which ones its database must have. */
function writeMigrationNames() {
  const entries = readdirSync(join(root, "prisma/migrations"), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const text = `export const migrationNames: readonly string[] = ${JSON.stringify(names.sort(), null, 2)};\n`;
  const file = join(output, "migrations.ts");
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}

function generatePrismaIfStale() {
  const stamp = wantedStamp();
  if (existsSync(join(output, "client.ts")) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp)
    return;
  const startedAt = Date.now();
  const result = spawnSync(process.execPath, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
    cwd: root,
    encoding: "utf8",
    // `prisma generate` downloads a schema engine that it never runs, unless told where one is. Any existing file will do.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (result.status !== 0) {
    const problem = new Error(
      `\`prisma generate\` failed; look at prisma/schema.prisma.\n${result.stdout}${result.stderr}`,
    );
    problem.name = "SetupProblem";
    throw problem;
  }
  writeFileSync(stampFile, stamp);
  console.log(`Prisma client generated in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function wantedStamp() {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/prisma/package.json"), "utf8"));
  return createHash("sha256")
    .update(version)
    .update(readFileSync(join(root, "prisma/schema.prisma")))
    .digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    generateClientIfStale();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
