// npm test [-- part [filters]]: the parts are check, unit, database, build and e2e; without one, all of them.
import { mkdirSync, rmSync } from "node:fs";
import { requireChromium } from "./find-chromium";
import { findPostgres, HOW_TO_GET_POSTGRES } from "./find-postgres";
import { runNode, runTool } from "./run-command";
import { keepRunningParts } from "./running-parts";
import { SetupProblem } from "./setup-problem";
import { elapsedSince } from "./step";
import {
  describeCounts,
  noTests,
  oneFailure,
  readPlaywrightCounts,
  readVitestCounts,
  type TestCounts,
} from "./test-counts";
import { testEnvironment } from "./test-environment";
import { startTestShop } from "./test-shop";

const REPORTS = "test-results/reports";
const NOT_TESTED_WITHOUT_POSTGRES = `Not tested without a native PostgreSQL: parallel requests, locks, query plans. ${HOW_TO_GET_POSTGRES}`;
const PARTS = { check, unit: () => vitest("unit"), database: () => vitest("database"), build, e2e };

const startedAt = Date.now();
const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: false });
const [part, ...filters] = process.argv.slice(2);
const summary: string[] = [];
const total: TestCounts = { ...noTests };

// Each tool chooses its own; one that a shell has left behind would make Next build for development.
Reflect.deleteProperty(process.env, "NODE_ENV");
mkdirSync(REPORTS, { recursive: true });
if (part === undefined) {
  await check();
  await vitest("unit");
  await vitest("database");
  await e2e();
} else if (part in PARTS) {
  await PARTS[part as keyof typeof PARTS]();
} else {
  throw new SetupProblem(`There is no part "${part}". The parts are ${Object.keys(PARTS).join(", ")}.`);
}
await running.stopAll();

const isOnlyWithoutTests = part === "check" || part === "build";
const hasRunNothing = total.passed + total.failed === 0 && !isOnlyWithoutTests;
console.log(`\n${summary.join("\n")}\nAll of it took ${elapsedSince(startedAt)}.`);
if (hasRunNothing) console.log("No test ran, and that counts as a failure.");
console.log(describeCounts(total));
process.exit(total.failed > 0 || hasRunNothing ? 1 : 0);

async function check(): Promise<void> {
  await count("Lint and format", () => tool("@biomejs/biome", "bin/biome", ["check", "."]));
  await count("Types", async () => exitCodeAsCounts(await runNode("scripts/check-types.mjs", [], testEnvironment())));
}

async function vitest(project: "unit" | "database"): Promise<void> {
  await count(`Tests: ${project}`, async () => {
    const report = newReport(`vitest-${project}.json`);
    if (project === "database" && findPostgres() === null) summary.push(`! ${NOT_TESTED_WITHOUT_POSTGRES}`);
    const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    await runTool("vitest", "vitest.mjs", [...args, ...filters], testEnvironment());
    return readVitestCounts(report);
  });
}

function build(): Promise<TestCounts> {
  return count("Production build", () => tool("next", "dist/bin/next", ["build"]));
}

async function e2e(): Promise<void> {
  const { failed } = await build();
  if (failed > 0) return;
  await count("Tests: end to end", async () => {
    const report = newReport("playwright.json");
    const environment: NodeJS.ProcessEnv = {
      ...(await startTestShop(running)),
      CHROMIUM_PATH: requireChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    await runTool("@playwright/test", "cli.js", ["test", "--reporter=list,json", ...filters], environment);
    return readPlaywrightCounts(report);
  });
}

async function tool(packageName: string, binary: string, args: string[]): Promise<TestCounts> {
  return exitCodeAsCounts(await runTool(packageName, binary, args, testEnvironment()));
}

function exitCodeAsCounts(exitCode: number): TestCounts {
  return exitCode === 0 ? noTests : oneFailure;
}

/** Runs one step, tells how long it took and adds what it counted. A step that throws is one failure. */
async function count(name: string, work: () => Promise<TestCounts>): Promise<TestCounts> {
  console.log(`\n── ${name}`);
  const stepStartedAt = Date.now();
  const counts = await work().catch((error): TestCounts => {
    console.error(error instanceof SetupProblem ? error.message : error);
    return oneFailure;
  });
  for (const key of ["passed", "failed", "skipped", "atSecondTry"] as const) total[key] += counts[key];
  const mark = counts.failed === 0 ? "✓" : "✗";
  const tests = counts.passed > 0 ? `  ${describeCounts(counts)}` : "";
  summary.push(`${mark} ${name}  ${elapsedSince(stepStartedAt)}${tests}`);
  console.log(summary.at(-1));
  return counts;
}

function newReport(name: string): string {
  const file = `${REPORTS}/${name}`;
  rmSync(file, { force: true });
  return file;
}
