// npm run layers: writes the table of layers into biome.layers.json, which Biome reads.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folders of the shop without its pages. */
const layers = [
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
  "lib/events",
  "lib/step-up",
  "lib/verification",
  "lib/users",
  "lib/passkeys",
  "lib/phone",
  "lib/storefront",
  "lib/bag",
  "lib/orders",
  "lib/payment",
  "lib/admin",
  "lib/admin/products",
  "lib/admin/orders",
  "lib/admin/delivery",
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

const componentLayers = ["ui", "layout", "form", "chart", "product-art", "product"].map((name) => `components/${name}`);

const emulatorLayers = [
  ...["state", "webhooks", "accounts", "sendgrid", "twilio", "stripe", "control", "inbox", "contract"].map(
    (name) => `emulator/${name}`,
  ),
  "emulator",
  "emulator/transcript",
];

/** What works on the shop from outside. */
const toolLayers = [
  ...["processes", "providers", "database", "demo-data", "doctor", "setup", "operations", "checks", "test"].map(
    (name) => `scripts/${name}`,
  ),
  ...["scripts", "test", "attack/client", "attack/attacks", "attack"],
  ...["bench/harness", "bench/admin-scale", "bench/measures", "bench", "drill", "e2e", "e2e/engines"],
];

/** All folders with an order; a folder imports only what stands before it in its list. */
export const orderedFolders: string[] = [...layers, ...componentLayers, ...emulatorLayers, ...toolLayers];

const knowNext = ["lib/http", "lib/i18n", "lib/content-security", "lib/auth"];

/** Runs in a browser too. */
const clientSafe = ["@/lib/i18n/**", "@/lib/bot-check/bot-check-request"];

const shop = ["@/app/**", "@/middleware", "@/components/**"];
const tools = ["@/scripts/**", "@/emulator/**", "@/e2e/**", "@/bench/**", "@/attack/**", "@/drill/**", "@/test/**"];
const next = ["next", "next/**", "next-auth", "next-auth/**"];

type Override = { includes: string[]; linter: object };

/** Tests are free. */
export function layerRules(): { overrides: Override[] } {
  return {
    overrides: [
      ...inOrder(layers, (layer) => {
        const isWithoutNext = !knowNext.some((folder) => layer === folder || layer.startsWith(`${folder}/`));
        return [...shop, ...tools, ...(isWithoutNext ? next : [])];
      }),
      // Of lib they import only what runs in a browser.
      ...inOrder(componentLayers, () => [
        ...["@/app/**", "@/middleware", "@/lib/**", ...tools],
        ...clientSafe.map((path) => `!${path}`),
      ]),
      override(
        ["app/**", "*.ts"],
        [...tools, "@/lib/db/**"],
        "The app reaches data through use cases in lib, never the database or the tools.",
      ),
      // It could be a package.
      ...inOrder(emulatorLayers, () => ["@/**", "!@/emulator/**"]),
      ...inOrder(toolLayers, () => []),
    ],
  };
}

/** Refuses to each folder what `neverImported` names, and the folders behind it. */
function inOrder(folders: readonly string[], neverImported: (folder: string) => string[]): Override[] {
  return folders.map((folder, index) => {
    const behind = folders.slice(index + 1).map((other) => `@/${other}/${other === "lib/db" ? "**" : "*"}`);
    const message = `${folder} may not import this: see scripts/checks/layers.ts.`;
    return override([`${folder}/*`], [...neverImported(folder), ...behind], message);
  });
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
