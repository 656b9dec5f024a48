// npm run check:vercel: builds a copy of the project as Vercel does, without an account, and judges the output.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyShop } from "./shop-copy";
import { testEnvironment } from "./test-shop";

const CLI = "vercel@59.25.4";
/** Unpacked, in bytes. Vercel takes 250 MB, but a large function starts slowly. */
const MAX_BYTES = 20_000_000;
/** Packages bring tests of their own. */
const NOT_OURS =
  /^(?:emulator|attack|bench|e2e|test|scripts|prisma|docs|deploy)\/|^\.env|^(?!node_modules\/).*\.(?:test|spec)\./;

type VercelFunction = { name: string; runtime: string; files: string[]; bytes: number };

/** What is wrong with Vercel's output for the project in `folder`, one line each. */
export function judgeVercelOutput(folder: string): string[] {
  const output = join(folder, ".vercel/output");
  const functions = listFunctions(folder, join(output, "functions"));
  const { crons = [] } = readJson<{ crons?: { path: string }[] }>(join(output, "config.json"));
  const wanted = readJson<{ crons: { path: string }[] }>(join(folder, "vercel.json")).crons;
  const devPackages = Object.keys(
    readJson<{ devDependencies: Record<string, string> }>(join(folder, "package.json")).devDependencies,
  ).map((name) => `node_modules/${name}/`);

  const problems: string[] = [];
  const middleware = functions.filter(({ name }) => /(?:^|\/)_?middleware$/.test(name));
  if (middleware.length === 0) problems.push("There is no middleware: nothing guards the members' pages.");
  for (const { name, runtime } of middleware)
    if (runtime !== "edge") problems.push(`${name} runs on ${runtime}, not at the edge.`);
  for (const { path } of wanted) {
    if (!crons.some((cron) => cron.path === path)) problems.push(`The cron job ${path} of vercel.json is missing.`);
    if (!functions.some(({ name }) => `/${name}` === path)) problems.push(`No function answers the cron job ${path}.`);
  }
  for (const { name, bytes, files } of functions) {
    if (bytes > MAX_BYTES) problems.push(`${name} has ${Math.round(bytes / 1e6)} MB; ${MAX_BYTES / 1e6} are allowed.`);
    for (const file of files) {
      const isForeign = NOT_OURS.test(file) || devPackages.some((start) => file.startsWith(start));
      if (isForeign) problems.push(`${name} contains ${file}.`);
    }
  }
  return [...new Set(problems)];
}

/** Each once: Vercel links functions that are the same. */
function listFunctions(project: string, folder: string): VercelFunction[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".func"));
  return paths.map((path) => {
    const real = realpathSync(join(folder, path));
    const config = readJson<{ runtime: string; filePathMap?: Record<string, string> }>(join(real, ".vc-config.json"));
    const own = readdirSync(real, { recursive: true, encoding: "utf8" }).filter((file) =>
      statSync(join(real, file)).isFile(),
    );
    const mapped = Object.entries(config.filePathMap ?? {});
    const sizes = [...own.map((file) => join(real, file)), ...mapped.map(([, source]) => join(project, source))];
    return {
      name: path.replace(/\.func$/, ""),
      runtime: config.runtime,
      files: [...own, ...mapped.map(([file]) => file)],
      bytes: sizes.reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0),
    };
  });
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, "utf8")) as Value;
}

function main(): void {
  const copy = copyShop();
  try {
    mkdirSync(join(copy.folder, ".vercel"));
    const settings = { framework: "nextjs", installCommand: "", buildCommand: "npm run build" };
    const project = { projectId: "prj_check", orgId: "team_check", settings };
    writeFileSync(join(copy.folder, ".vercel/project.json"), JSON.stringify(project));
    const built = spawnSync("npx", ["--yes", CLI, "build", "--prod", "--yes"], {
      cwd: copy.folder,
      stdio: "inherit",
      env: { ...testEnvironment(), VERCEL: "1", VERCEL_TELEMETRY_DISABLED: "1" },
    });
    const problems = built.status === 0 ? judgeVercelOutput(copy.folder) : ["`vercel build` failed; see above."];
    for (const problem of problems) console.error(`✗ ${problem}`);
    if (problems.length === 0) console.log("✓ Vercel's output is as it should be.");
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    copy.remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
