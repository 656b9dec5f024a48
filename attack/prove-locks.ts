// npm run locks:prove [-- names of locks]: takes locks out of a copy of the shop, one at a time, and runs the tests that
// have to notice on a native PostgreSQL. Exit code 1 unless they pass with every lock and fail without each.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { startTestServer } from "@/scripts/database/test-database";
import { findPostgres, HOW_TO_GET_POSTGRES } from "@/scripts/processes/find-programs";
import { keepRunningParts } from "@/scripts/processes/running-parts";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { elapsedSince } from "@/scripts/processes/step";
import { copyShop } from "@/scripts/test/shop-copy";
import { readVitestCounts } from "@/scripts/test/test-counts";
import { testEnvironment } from "@/scripts/test/test-shop";
import { locks } from "./locks";

/** A test that waits for ever without the lock counts as one that noticed. */
const roundLimitMs = 5 * 60_000;

Reflect.deleteProperty(process.env, "NODE_ENV");
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !locks.some((lock) => lock.name === name));
if (unknown.length > 0) {
  throw new SetupProblem(
    `There is no lock ${unknown.join(", ")}. There are ${locks.map(({ name }) => name).join(", ")}.`,
  );
}
const chosen = asked.length === 0 ? locks : locks.filter(({ name }) => asked.includes(name));
if (findPostgres() === null) throw new SetupProblem(`Locks need a native PostgreSQL. ${HOW_TO_GET_POSTGRES}`);

const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: true });
const copy = copyShop();
running.add({ name: "The copy", stop: async () => copy.remove() });
const server = await startTestServer();
if (server === null) throw new SetupProblem(HOW_TO_GET_POSTGRES);
running.add({ name: "The database server", ...server });

const startedAt = Date.now();
const before = runTests([...new Set(chosen.map(({ noticedBy }) => noticedBy))]);
console.log(`With every lock: ${before.passed} passed, ${before.failed} failed`);

let missed = 0;
for (const { name, takesOut, changes, noticedBy } of chosen) {
  const undo = copy.change(changes);
  const { failed } = runTests([noticedBy]);
  undo();
  if (failed === 0) missed += 1;
  console.log(`${failed > 0 ? "noticed" : "MISSED "}  ${name}: ${takesOut} (${failed} failed in ${noticedBy})`);
}
console.log(`\n${chosen.length - missed} of ${chosen.length} noticed, ${elapsedSince(startedAt)}.`);
await running.stopAll();
process.exit(missed > 0 || before.failed > 0 ? 1 : 0);

function runTests(files: string[]) {
  const report = join(copy.folder, "locks.json");
  const vitest = join(copy.folder, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--project=database*", "--reporter=json", `--outputFile.json=${report}`, ...files];
  const { status } = spawnSync(process.execPath, args, {
    cwd: copy.folder,
    env: { ...testEnvironment(), TEST_DATABASE_URL: server?.url },
    stdio: "ignore",
    timeout: roundLimitMs,
  });
  return status === null ? { passed: 0, failed: 1 } : readVitestCounts(report);
}
