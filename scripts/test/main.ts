// npm test [-- part [filters]]: the parts are check, unit, database, build, e2e, browsers and brand; without one, all of
// them. quick is check, unit and the most telling tests of the database and the browser.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPlainEnglish } from "@/scripts/checks/plain-english";
import { findNginx, findPgbouncer, findPostgres, HOW_TO_GET_POSTGRES } from "@/scripts/processes/find-programs";
import { runNode, runTool } from "@/scripts/processes/run-command";
import { keepRunningParts } from "@/scripts/processes/running-parts";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { elapsedSince } from "@/scripts/processes/step";
import { anotherBrand } from "./another-brand";
import { findEngines, requireChromium } from "./find-browsers";
import { copyShop } from "./shop-copy";
import {
  describeCounts,
  noTests,
  oneFailure,
  readPlaywrightCounts,
  readVitestCounts,
  type TestCounts,
} from "./test-counts";
import { startTestShop, testEnvironment } from "./test-shop";

const REPORTS = "test-results/reports";
const NOT_TESTED_WITHOUT_POSTGRES = `Not tested without a native PostgreSQL: parallel requests, locks, query plans. ${HOW_TO_GET_POSTGRES}`;
const PARTS = {
  check: () => check({ withTypes: true }),
  unit: () => vitest("unit"),
  database: () => vitest("database"),
  build: () => build(),
  e2e: () => e2e(["chromium", "alone"]),
  browsers,
  brand: async () => testBrand(await buildBrand()),
  quick,
};
/** The login from its request to its session, its limits, and the agreement of schema and migrations. */
const MOST_TELLING = [
  "lib/auth/challenge/verify-code.db.test.ts",
  "lib/auth/login/complete-login.db.test.ts",
  "lib/auth/session/rotate-session.db.test.ts",
  "lib/limits/limit-store.db.test.ts",
  "prisma/schema-agreement.db.test.ts",
];

const startedAt = Date.now();
const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: false });
const [part, ...filters] = process.argv.slice(2);
const summary: string[] = [];
const total: TestCounts = { ...noTests };
/** Shared by all browsers. */
let built: Promise<TestCounts> | undefined;
let shop: Promise<NodeJS.ProcessEnv> | undefined;
/** Beside other tests: tools say what they say at their end. */
let holdsOutput = false;

// Each tool sets its own; a leftover would make Next build for development.
Reflect.deleteProperty(process.env, "NODE_ENV");
mkdirSync(REPORTS, { recursive: true });
if (part === undefined) {
  await besideVitest(alone, async () => {
    await vitest("unit");
    await vitest("database");
  });
  await e2e(["chromium"]);
  await browsers();
  await testBrand(await buildBrand());
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

/** The tests of the database wait for locks and restarts: what else there is takes the rest of the processor. */
async function besideVitest(testBuild: () => Promise<void>, testWithVitest: () => Promise<void>): Promise<void> {
  holdsOutput = true;
  const buildAndCheck = async () => {
    built = build();
    await built;
    // The build has looked at the types of all files.
    await Promise.all([testBuild(), check({ withTypes: false })]);
  };
  await Promise.all([buildAndCheck(), testWithVitest()]);
  holdsOutput = false;
}

async function quick(): Promise<void> {
  const findChromium = () => ({ CHROMIUM_PATH: requireChromium() });
  await besideVitest(
    () => playwright("Tests: end to end", "quick", ["chromium"], findChromium, ["--grep=@quick"]),
    async () => {
      await vitest("unit");
      await vitest("database", MOST_TELLING);
    },
  );
}

async function check({ withTypes }: { withTypes: boolean }): Promise<void> {
  await count("Lint and format", () => tool("@biomejs/biome", "bin/biome", ["check", "."]));
  if (withTypes) {
    await count("Types", async () => exitCodeAsCounts(await runNode("scripts/check-types.mjs", [], testEnvironment())));
  }
  await count("Unused code", async () =>
    exitCodeAsCounts(await runNode("node_modules/knip/bin/knip.js", [], testEnvironment(), { holdsOutput })),
  );
  await count("Migrations", () => tool("squawk-cli", "js/bin/squawk", ["prisma/migrations/*/migration.sql"]));
  await count("Plain English", async () => {
    const problems = checkPlainEnglish();
    for (const problem of problems) console.error(problem);
    return exitCodeAsCounts(problems.length);
  });
}

async function vitest(project: "unit" | "database", only = filters): Promise<void> {
  await count(`Tests: ${project}`, async () => {
    const report = newReport(`vitest-${project}.json`);
    if (project === "database" && findPostgres() === null) summary.push(`! ${NOT_TESTED_WITHOUT_POSTGRES}`);
    const args = [
      "run",
      `--project=${project}*`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ];
    await runTool("vitest", "vitest.mjs", [...args, ...only], testEnvironment());
    return readVitestCounts(report);
  });
}

function build(): Promise<TestCounts> {
  return count("Production build", () =>
    runNode("scripts/build.mjs", [], testEnvironment(), { holdsOutput }).then(exitCodeAsCounts),
  );
}

async function e2e(projects: string[]): Promise<void> {
  await playwright("Tests: end to end", "chromium", projects, () => {
    const programs = { NGINX_PATH: findNginx(), PGBOUNCER_PATH: findPostgres() && findPgbouncer() };
    const found = Object.entries(programs).filter((entry): entry is [string, string] => entry[1] !== null);
    if (found.length < 2) summary.push("! Not tested without nginx, PostgreSQL and pgbouncer: deploy/nginx.conf.");
    return { CHROMIUM_PATH: requireChromium(), ...Object.fromEntries(found) };
  });
}

/** In a shop of their own. They mostly wait for timeouts. */
async function alone(): Promise<void> {
  if ((await built)?.failed !== 0) return;
  await count("Tests: end to end, alone", async () => {
    const environment = { ...(await startTestShop(running)), CHROMIUM_PATH: requireChromium() };
    return await runPlaywright("alone", ["alone"], environment, ["--no-deps"]);
  });
}

async function browsers(): Promise<void> {
  const { projects, environment, missing } = findEngines();
  if (missing.length > 0) summary.push(`! Not tested, for want of the browser: ${missing.join(", ")}.`);
  if (projects.length > 0) await playwright("Tests: other browsers", "browsers", projects, () => environment);
}

/** A copy under another name and currency, built; undefined if that failed. */
async function buildBrand(): Promise<string | undefined> {
  let folder: string | undefined;
  await count("Build of another brand", async () => {
    const copy = copyShop();
    process.once("exit", copy.remove);
    writeFileSync(join(copy.folder, "shop.config.ts"), `export const shopConfig = ${JSON.stringify(anotherBrand)};\n`);
    await copy.build();
    folder = copy.folder;
    return noTests;
  });
  return folder;
}

async function testBrand(builtIn: string | undefined): Promise<void> {
  if (builtIn === undefined) return;
  await count("Tests: another brand", async () => {
    const shop = await startTestShop(running, { folder: join(builtIn, ".next/standalone"), brand: anotherBrand });
    const environment = { ...shop, SHOP_FOLDER: builtIn, CHROMIUM_PATH: requireChromium() };
    return await runPlaywright("brand", ["brand"], environment);
  });
}

async function playwright(
  name: string,
  reportName: string,
  projects: string[],
  findPrograms: () => Record<string, string>,
  only = filters,
): Promise<void> {
  built ??= build();
  if ((await built).failed > 0) return;
  await count(name, async () => {
    shop ??= startTestShop(running);
    return await runPlaywright(reportName, projects, { ...(await shop), ...findPrograms() }, only);
  });
}

async function runPlaywright(
  reportName: string,
  projects: string[],
  environment: NodeJS.ProcessEnv,
  only = filters,
): Promise<TestCounts> {
  const report = newReport(`playwright-${reportName}.json`);
  const flags = projects.map((project) => `--project=${project}`);
  const args = ["test", "--reporter=list,json", `--output=test-results/${reportName}`, ...flags, ...only];
  await runTool(
    "@playwright/test",
    "cli.js",
    args,
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    { holdsOutput },
  );
  return readPlaywrightCounts(report);
}

async function tool(packageName: string, binary: string, args: string[]): Promise<TestCounts> {
  return exitCodeAsCounts(await runTool(packageName, binary, args, testEnvironment(), { holdsOutput }));
}

function exitCodeAsCounts(exitCode: number): TestCounts {
  return exitCode === 0 ? noTests : oneFailure;
}

/** A step that throws is one failure. */
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
