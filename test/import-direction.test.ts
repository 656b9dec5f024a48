import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

// Each line plants a file that imports something. Whether Biome, with our own rules, lets it pass is the test.
const refused = [
  ["lib/users/planted.ts", "@/lib/auth/current-user"],
  ["lib/users/planted.ts", "@/lib/verification/provider"],
  ["lib/users/planted.ts", "next/headers"],
  ["lib/verification/planted.ts", "@/lib/users/roles"],
  ["lib/human-proof/planted.ts", "@/lib/auth/visitor"],
  ["lib/human-proof/planted.ts", "@/lib/verification/provider"],
  ["lib/limits/planted.ts", "@/lib/human-proof/provider"],
  ["components/ui/planted.tsx", "@/lib/human-proof/altcha"],
  ["lib/audit/planted.ts", "@/lib/users/roles"],
  ["lib/mail/planted.ts", "@/lib/auth/messages"],
  ["lib/storefront/planted.ts", "@/lib/auth/current-user"],
  ["lib/admin/planted.ts", "@/components/ui/button"],
  ["lib/db/planted.ts", "@/lib/users/roles"],
  ["lib/planted.ts", "@/lib/audit/events"],
  ["lib/auth/planted.ts", "@/app/[locale]/layout"],
  ["lib/auth/planted.ts", "@/components/ui/button"],
  ["components/ui/planted.tsx", "@/lib/db/client"],
  ["components/ui/planted.tsx", "@/lib/auth/current-user"],
  ["components/ui/planted.tsx", "@/lib/env"],
  ["app/planted/page.tsx", "@/lib/db/client"],
  ["app/planted/page.tsx", "@/emulator/client"],
  ["middleware.ts", "@/lib/db/client"],
  ["emulator/planted.ts", "@/lib/env"],
  ["app/planted/page.tsx", "../../lib/db/client"],
  ["lib/users/planted.ts", "../auth/current-user"],
] as const;

const allowed = [
  ["app/planted/page.tsx", "@/lib/auth/current-user"],
  ["app/planted/page.tsx", "@/components/ui/button"],
  ["components/ui/planted.tsx", "@/lib/identifier"],
  ["components/ui/planted.tsx", "@/lib/users/registration-schema"],
  ["components/ui/planted.tsx", "@/lib/human-proof/proof-request"],
  ["lib/human-proof/planted.ts", "@/lib/limits/consume"],
  ["lib/auth/planted.ts", "@/lib/human-proof/altcha"],
  ["lib/auth/planted.ts", "@/lib/users/roles"],
  ["lib/auth/planted.ts", "next/headers"],
  ["lib/users/planted.ts", "@/lib/audit/record-event"],
  ["lib/users/planted.ts", "@/lib/db/client"],
  ["lib/storefront/planted.ts", "@/lib/db/client"],
  ["emulator/planted.ts", "@/emulator/world"],
] as const;

it.each(refused)("%s may not import %s", (path, imported) => {
  expect(isRefused(path, imported)).toBe(true);
});

it.each(allowed)("%s may import %s", (path, imported) => {
  expect(isRefused(path, imported)).toBe(false);
});

function isRefused(path: string, imported: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "import-direction-"));
  try {
    cpSync("biome.json", join(folder, "biome.json"));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { planted } from "${imported}";\n\nexport const used = planted;\n`);
    const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
    const args = [biome, "lint", "--vcs-enabled=false", "--only=style/noRestrictedImports", "--reporter=json", "."];
    execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe" });
    return false;
  } catch (error) {
    const report = String((error as { stdout?: Buffer }).stdout);
    if (!report.includes("noRestrictedImports")) throw error;
    return true;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
