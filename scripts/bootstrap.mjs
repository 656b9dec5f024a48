// node scripts/bootstrap.mjs <script.ts> [arguments]: prepares a bare clone, then runs the script.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  requireNodeVersion();
  process.chdir(root);
  const { installDependenciesIfStale } = await import("./install-dependencies.mjs");
  await installDependenciesIfStale(root);
  const { generateClientIfStale } = await import("./generate-client.mjs");
  generateClientIfStale();
  await runTypeScript();
} catch (error) {
  // A problem is for the developer; other errors show where they happened.
  const isForDeveloper = error instanceof Error && error.name.endsWith("Problem");
  console.error(isForDeveloper ? `\n${error.message}` : error);
  process.exit(1);
}

function requireNodeVersion() {
  const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node.replace(">=", "");
  const [major, minor] = wanted.split(".").map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`This shop needs Node ${wanted} or newer, and this is Node ${process.versions.node}. See .nvmrc.`);
  process.exit(1);
}

async function runTypeScript() {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new Error("Say which script to run: node scripts/bootstrap.mjs scripts/dev.ts");
  const file = resolve(root, script);
  process.argv = [process.argv[0], file, ...args];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(file).href);
}
