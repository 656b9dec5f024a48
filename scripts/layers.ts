// npm run layers: writes the table of layers into biome.layers.json, which Biome reads.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Each folder imports only folders above it. */
export const layers = [
  "messages/en",
  "messages/es",
  "messages/ar",
  "lib/telemetry",
  "lib",
  "lib/crypto",
  "lib/db",
  "lib/csv",
  "lib/i18n",
  "lib/signed-link",
  "lib/limits",
  "lib/location",
  "lib/http",
  "lib/content-security",
  "lib/audit",
  "lib/bot-check",
  "lib/mail",
  "lib/step-up",
  "lib/verification",
  "lib/users",
  "lib/passkeys",
  "lib/phone",
  "lib/storefront",
  "lib/admin",
  "lib/checks",
  "lib/auth/device",
  "lib/auth/rate-limit",
  "lib/auth/challenge",
  "lib/auth/session",
  "lib/auth/access",
  "lib/auth/passkeys",
  "lib/auth/recovery-codes",
  "lib/auth/account",
  "lib/auth/outbox",
  "lib/auth/login",
  "lib/auth/step-up",
  "lib/auth/profile",
  "lib/auth/report",
  "lib/auth",
  "lib/jobs",
] as const;

const knowNext = ["lib/http", "lib/i18n", "lib/content-security", "lib/auth"];

/** Runs in a browser too. */
const clientSafe = ["@/lib/i18n/**", "@/lib/bot-check/bot-check-request"];

const shop = ["@/app/**", "@/middleware", "@/components/**"];
const tools = ["@/scripts/**", "@/emulator/**", "@/e2e/**", "@/bench/**", "@/attack/**", "@/drill/**", "@/test/**"];
const next = ["next", "next/**", "next-auth", "next-auth/**"];

type Override = { includes: string[]; linter: object };

/** Tests are free. */
export function layerRules(): { overrides: Override[] } {
  const overrides = layers.map((layer, index) => {
    const above = layers.slice(index + 1).map((folder) => `@/${folder}/${folder === "lib/db" ? "**" : "*"}`);
    const isWithoutNext = !knowNext.some((folder) => layer === folder || layer.startsWith(`${folder}/`));
    const forbidden = [...above, ...shop, ...tools, ...(isWithoutNext ? next : [])];
    return override([`${layer}/*`], forbidden, `${layer} may import the layers before it only: scripts/layers.ts.`);
  });
  return {
    overrides: [
      ...overrides,
      override(
        ["components/**"],
        ["@/app/**", "@/middleware", ...tools, "@/lib/**", ...clientSafe.map((path) => `!${path}`)],
        "Components know no data: of lib they import only what runs in a browser (scripts/layers.ts).",
      ),
      override(
        ["app/**", "*.ts"],
        [...tools, "@/lib/db/**"],
        "The app reaches data through use cases in lib, never the database or the tools.",
      ),
      override(["emulator/**"], ["@/**", "!@/emulator/**"], "The emulator stands alone: it could be a package."),
    ],
  };
}

function override(includes: string[], group: string[], message: string): Override {
  const patterns = [{ group, message }, besides];
  const noRestrictedImports = { level: "error", options: { patterns } };
  return {
    includes: [...includes, "!**/*.test.ts", "!*.config.ts"],
    linter: { rules: { style: { noRestrictedImports } } },
  };
}

const besides = {
  group: ["../**", "./*/**", "!./generated/**"],
  message: "Import from another folder by the alias @/, so that the direction can be seen.",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync("biome.layers.json", `${JSON.stringify(layerRules(), null, 2)}\n`);
}
