import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { installDebianPackage } from "./install-debian-package";
import { SetupProblem } from "./setup-problem";

// Debian's build of the engine without the desktop browser around it. A new page takes it half as long.
const HEADLESS_ON_PATH = ["chromium-headless-shell"];
const NAMES_ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.PROGRAMFILES ?? "C:\\Program Files", "Google\\Chrome\\Application\\chrome.exe"),
  join(process.env.LOCALAPPDATA ?? "C:\\", "Google\\Chrome\\Application\\chrome.exe"),
];
const HOW_TO_GET_ONE =
  "There is no Chromium to test with: run `npx playwright install --with-deps chromium`, or install Chrome and set CHROMIUM_PATH to its program.";

/** The program of a Chromium that starts on this machine, or null. */
export function findInstalledChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (starts(asked)) return asked;
    throw new SetupProblem(`CHROMIUM_PATH is ${asked}, and that program does not start.`);
  }
  const places = [...onPath(HEADLESS_ON_PATH), chromium.executablePath(), ...onPath(NAMES_ON_PATH), ...USUAL_PLACES];
  return places.find(starts) ?? null;
}

/** A Chromium with all that surrounds the engine, such as the back/forward cache, or null. */
export function findWholeChromium(): string | null {
  return [chromium.executablePath(), ...onPath(NAMES_ON_PATH), ...USUAL_PLACES].find(starts) ?? null;
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The program of a Chromium; installs one if there is none, and says how to get one if that fails. */
export function requireChromium(): string {
  const installed = findInstalledChromium();
  if (installed !== null) return installed;
  for (const install of [installFromPlaywright, installFromDebian]) {
    install();
    const found = findInstalledChromium();
    if (found !== null) return found;
  }
  throw new SetupProblem(HOW_TO_GET_ONE);
}

function installFromPlaywright(): void {
  console.log("No Chromium here; asking Playwright for one ...");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], {
    stdio: ["ignore", "inherit", "ignore"],
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
    timeout: 300_000,
  });
}

function installFromDebian(): void {
  // Older Debians and Ubuntu have no headless shell.
  installDebianPackage("Chromium", "chromium-headless-shell", "chromium");
}

/** Being there is not enough: Ubuntu's chromium-browser only points to a snap, and Playwright's may lack libraries. */
function starts(program: string): boolean {
  if (!existsSync(program)) return false;
  return process.platform === "win32" || spawnSync(program, ["--version"], { timeout: 20_000 }).status === 0;
}
