import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Runs `npm ci` unless node_modules matches package-lock.json. @param {string} root */
export async function installDependenciesIfStale(root) {
  if (!isStale(root)) return;
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  console.log("Installing dependencies (npm ci) ...");
  const ticker = setInterval(() => console.log(`  still installing, ${elapsed()}`), 10_000);
  try {
    await runNpm(root, [
      "ci",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      // They are not needed; Prisma's downloads an engine.
      "--ignore-scripts",
    ]);
  } finally {
    clearInterval(ticker);
  }
  console.log(`Dependencies installed in ${elapsed()}.`);
}

/** @param {string} root */
function isStale(root) {
  const installedList = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedList)) return true;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedList, "utf8")).packages;
  const isProduction = process.env.NODE_ENV === "production";
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || (isProduction && entry.dev)) return false;
    return installed[path]?.version !== entry.version;
  });
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  const npm = process.env.npm_execpath;
  const [command, ...rest] = npm?.endsWith(".js") ? [process.execPath, npm, ...args] : ["npm", ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32" && command === "npm",
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) return resolve(undefined);
      const problem = new Error(
        `\`npm ci\` failed (${signal ?? `exit code ${code}`}). Its own message stands above; the usual reasons are no network or an edited package.json without \`npm install\`.`,
      );
      problem.name = "SetupProblem";
      reject(problem);
    });
  });
}
