import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { findOnPath, installDebianPackage } from "@/scripts/processes/find-programs";
import { SetupProblem } from "@/scripts/processes/setup-problem";

// Twice as fast as the desktop browser.
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

export function findInstalledChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (starts(asked)) return asked;
    throw new SetupProblem(`CHROMIUM_PATH is ${asked}, and that program does not start.`);
  }
  const places = [...onPath(HEADLESS_ON_PATH), chromium.executablePath(), ...onPath(NAMES_ON_PATH), ...USUAL_PLACES];
  return places.find(starts) ?? null;
}

/** With the back/forward cache. */
function findWholeChromium(): string | null {
  return [chromium.executablePath(), ...onPath(NAMES_ON_PATH), ...USUAL_PLACES].find(starts) ?? null;
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Installs one if there is none, or says how. */
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
  installDebianPackage("Chromium", "chromium-headless-shell", "chromium");
}

/** Ubuntu's only points to a snap; Playwright's may lack libraries. */
function starts(program: string): boolean {
  if (!existsSync(program)) return false;
  return process.platform === "win32" || spawnSync(program, ["--version"], { timeout: 20_000 }).status === 0;
}

const LIBRARIES = "/usr/lib";

type Engine = {
  project: "firefox" | "webkit" | "whole-chromium";
  name: string;
  packages: string[];
  findPrograms: () => Record<string, string | null>;
};

const engines: Engine[] = [
  {
    project: "firefox",
    name: "Firefox",
    packages: ["firefox-esr"],
    findPrograms: () => ({
      FIREFOX_PATH: findOnPath("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    }),
  },
  {
    project: "webkit",
    name: "WebKit",
    packages: ["webkit2gtk-driver", "xvfb"],
    findPrograms: () => ({
      WEBKIT_DRIVER_PATH: findOnPath("WebKitWebDriver"),
      MINIBROWSER_PATH: findMiniBrowser(),
      XVFB_PATH: findOnPath("Xvfb"),
    }),
  },
  {
    project: "whole-chromium",
    name: "Chromium's back/forward cache",
    packages: ["chromium"],
    findPrograms: () => ({ WHOLE_CHROMIUM_PATH: findWholeChromium() }),
  },
];

type FoundEngines = { projects: string[]; environment: Record<string, string>; missing: string[] };

/** Installs missing ones where it can. */
export function findEngines(): FoundEngines {
  const found: FoundEngines = { projects: [], environment: {}, missing: [] };
  for (const { project, name, packages, findPrograms } of engines) {
    const isThere = () => Object.values(findPrograms()).every((program) => program !== null);
    if (!isThere()) for (const each of packages) installDebianPackage(name, each);
    if (!isThere()) {
      found.missing.push(`${name} (apt-get install ${packages.join(" ")})`);
      continue;
    }
    found.projects.push(project);
    Object.assign(found.environment, findPrograms());
  }
  return found;
}

/** In a folder named by machine and version. */
function findMiniBrowser(): string | null {
  if (process.platform !== "linux" || !existsSync(LIBRARIES)) return null;
  const listFolders = (folder: string) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [join(folder, entry.name)] : [],
    );
  const versions = [LIBRARIES, ...listFolders(LIBRARIES).filter((folder) => folder.endsWith("-linux-gnu"))]
    .flatMap(listFolders)
    .filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder));
  return versions.map((folder) => join(folder, "MiniBrowser")).find(existsSync) ?? null;
}
