import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testEnvironment } from "./test-shop";

/** One change to a source file: `find` must stand in it exactly once. */
export type Change = { file: string; find: string; replace: string };

/** A change no longer fits its file: attack/sabotages.ts must follow. */
class ChangeMisfits extends Error {
  override name = "ChangeMisfits";
}

const BUILD_CACHE = ".next/cache";
const leftOut = new Set([".git", ".next", ".data", "test-results", "playwright-report", "coverage"]);

/** A copy of the project in a folder of its own, in which defences can be taken out. */
type ShopCopy = {
  folder: string;
  /** Makes the changes, all or none; the answer undoes them. Throws ChangeMisfits. */
  change(changes: Change[]): () => void;
  /** Runs `npm run build`. Throws with the end of its output. */
  build(): Promise<void>;
  remove(): void;
};

/**
 * Copies the project. Its packages are hard links where the file system allows, so that takes a few seconds. The cache of
 * its last build comes along, and makes the copy's build three times as fast.
 */
export function copyShop(): ShopCopy {
  const folder = mkdtempSync(join(tmpdir(), "myshop-prove-"));
  copyFolder(process.cwd(), folder, false);
  if (existsSync(BUILD_CACHE)) cpSync(BUILD_CACHE, join(folder, BUILD_CACHE), { recursive: true });
  const copy = { folder, change: (changes: Change[]) => changeFiles(folder, changes) };
  // Something that is broken on purpose need not be well typed.
  copy.change([
    {
      file: "next.config.mjs",
      find: "const nextConfig = {",
      replace: "const nextConfig = {\n  typescript: { ignoreBuildErrors: true },",
    },
  ]);
  return { ...copy, build: () => build(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function copyFolder(from: string, to: string, isPackages: boolean): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    if (!isPackages && leftOut.has(entry)) continue;
    const [source, target] = [join(from, entry), join(to, entry)];
    const stats = lstatSync(source);
    const isInPackages = isPackages || entry === "node_modules";
    if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (stats.isDirectory()) copyFolder(source, target, isInPackages);
    else if (isInPackages) linkOrCopy(source, target);
    else copyFileSync(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(source, target);
  }
}

function changeFiles(folder: string, changes: Change[]): () => void {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  for (const { file, find, replace } of changes) {
    const path = join(folder, file);
    const text = after.get(path) ?? readFileSync(path, "utf8");
    if (!before.has(path)) before.set(path, text);
    const times = text.split(find).length - 1;
    if (times !== 1) throw new ChangeMisfits(`${file} has ${times} times: ${find}`);
    after.set(
      path,
      text.replace(find, () => replace),
    );
  }
  for (const [path, text] of after) writeFileSync(path, text);
  return () => {
    for (const [path, text] of before) writeFileSync(path, text);
  };
}

async function build(folder: string): Promise<void> {
  rmSync(join(folder, ".next/standalone"), { recursive: true, force: true });
  const child = spawn(process.execPath, ["scripts/build.mjs"], { cwd: folder, env: testEnvironment() });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "exit");
  process.off("exit", endWithUs);
  if (code !== 0) throw new Error(`the build failed:\n${output.slice(-2_000)}`);
}
