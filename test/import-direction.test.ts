import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { layerRules, orderedFolders } from "@/scripts/checks/layers";

// Each line plants a file that imports something. Whether Biome, with our own rules, lets it pass is the test.
const refused = [
  ["lib/users/planted.ts", "@/lib/auth/session/current-user"],
  ["lib/users/planted.ts", "next/headers"],
  ["lib/verification/planted.ts", "@/lib/users/roles"],
  ["lib/bot-check/planted.ts", "@/lib/auth/device/trusted-device"],
  ["lib/bot-check/planted.ts", "@/lib/verification/provider"],
  ["lib/limits/planted.ts", "@/lib/bot-check/provider"],
  ["components/ui/planted.tsx", "@/lib/bot-check/altcha"],
  ["lib/audit/planted.ts", "@/lib/users/roles"],
  ["lib/mail/planted.ts", "@/lib/users/roles"],
  ["lib/storefront/planted.ts", "@/lib/auth/session/current-user"],
  ["lib/admin/planted.ts", "@/components/ui/button"],
  ["lib/db/planted.ts", "@/lib/users/roles"],
  ["lib/planted.ts", "@/lib/audit/events"],
  ["lib/auth/planted.ts", "@/app/[locale]/layout"],
  ["lib/auth/planted.ts", "@/components/ui/button"],
  ["components/ui/planted.tsx", "@/lib/db/client"],
  ["components/ui/planted.tsx", "@/lib/auth/session/current-user"],
  ["components/ui/planted.tsx", "@/lib/env"],
  ["app/planted/page.tsx", "@/lib/db/client"],
  ["app/planted/page.tsx", "@/emulator/client"],
  ["middleware.ts", "@/lib/db/client"],
  ["emulator/planted.ts", "@/lib/env"],
  ["app/planted/page.tsx", "../../lib/db/client"],
  ["lib/users/planted.ts", "../auth/current-user"],
  ["lib/planted.ts", "./db/client"],
  ["lib/auth/challenge/planted.ts", "@/lib/auth/login/start-login"],
  ["lib/auth/session/planted.ts", "@/lib/auth/next-auth"],
  ["messages/es/planted.ts", "@/lib/i18n/locales"],
  ["components/ui/planted.tsx", "@/components/layout/page-shell"],
  ["emulator/state/planted.ts", "@/emulator/twilio/services"],
  ["scripts/processes/planted.ts", "@/scripts/database/test-database"],
  ["scripts/test/planted.ts", "@/attack/run-attacks"],
  ["attack/client/planted.ts", "@/attack/attacks"],
] as const;

const allowed = [
  ["app/planted/page.tsx", "@/lib/auth/session/current-user"],
  ["app/planted/page.tsx", "@/components/ui/button"],
  ["components/ui/planted.tsx", "@/lib/i18n/format"],
  ["components/ui/planted.tsx", "@/lib/bot-check/bot-check-request"],
  ["lib/bot-check/planted.ts", "@/lib/limits/consume"],
  ["lib/auth/planted.ts", "@/lib/bot-check/altcha"],
  ["lib/auth/planted.ts", "@/lib/users/roles"],
  ["lib/auth/planted.ts", "next/headers"],
  ["lib/users/planted.ts", "@/lib/audit/record-event"],
  ["lib/users/planted.ts", "@/lib/db/client"],
  ["lib/storefront/planted.ts", "@/lib/db/client"],
  ["emulator/planted.ts", "@/emulator/state/world"],
  ["attack/planted.ts", "@/scripts/test/shop-copy"],
] as const;

let complaints: Set<string>;

beforeAll(() => {
  complaints = lintAll([...refused, ...allowed]);
});

it("biome.layers.json holds the table of layers", () => {
  expect(JSON.parse(readFileSync("biome.layers.json", "utf8"))).toEqual(layerRules());
});

it("every folder but those of pages and the database's files is in the table of layers", () => {
  const rooms = ["lib", "messages", "components", "emulator", "scripts", "test", "attack", "bench", "drill", "e2e"];
  const folders = rooms.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => dirname(join(folder, file))),
  );
  const known = new Set<string>([...orderedFolders, "messages"]);
  expect(folders.filter((folder) => !known.has(folder) && !folder.startsWith("lib/db/generated"))).toEqual([]);
});

it.each(refused)("%s may not import %s", (...line) => {
  expect(complaints).toContain(cursorOf(line));
});

it.each(allowed)("%s may import %s", (...line) => {
  expect(complaints).not.toContain(cursorOf(line));
});

type Line = readonly [path: string, imported: string];

/** Where the file of a line is planted: a name of its own, in the folder that the line says. */
function cursorOf([path, imported]: Line): string {
  return path.replace("planted", `planted-${Buffer.from(imported).toString("hex")}`);
}

/** Plants them all, and gives the places of those that Biome does not let pass. */
function lintAll(lines: Line[]): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), "import-direction-"));
  try {
    for (const file of ["biome.json", "biome.layers.json"]) cpSync(file, join(folder, file));
    for (const line of lines) {
      const file = join(folder, cursorOf(line));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { planted } from "${line[1]}";\n\nexport const used = planted;\n`, { flag: "wx" });
    }
    const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
    const choice = ["--vcs-enabled=false", "--only=style/noRestrictedImports", "--max-diagnostics=none"];
    const args = [biome, "lint", ...choice, "--reporter=json", "."];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const { summary, diagnostics } = JSON.parse(stdout) as Report;
    // And Biome's own two files.
    expect(summary.unchanged).toBe(lines.length + 2);
    return new Set(diagnostics.map(({ location }) => location.path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Report = { summary: { unchanged: number }; diagnostics: { location: { path: string } }[] };
