import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findWholeChromium } from "./find-chromium";
import { installDebianPackage } from "./install-debian-package";

const LIBRARIES = "/usr/lib";

/** An engine that tests can run in: its Playwright project, and what tells the tests where its programs are. */
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

/** The engines that tests can run in on this machine, and the names of those that are missing. */
export type FoundEngines = { projects: string[]; environment: Record<string, string>; missing: string[] };

/** Finds the browsers beside Chromium, and installs those that are missing where it can. */
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

/** The first of these programs that is there, each by its name on PATH or by its whole path; null without one. */
export function findOnPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => (name.startsWith("/") ? [name] : folders.map((folder) => join(folder, name))));
  return places.find(existsSync) ?? null;
}

/** WebKitGTK's own browser lies in a folder that is named after the machine and the library's version. */
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
