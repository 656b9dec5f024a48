import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shopConfig } from "./shop.config";

/** What stored data or an older version depends on: docs/decisions/one-brand-file.md. */
const machineNames =
  /hashtext\('myshop (admins|profile)'|'myshop\.audit_retention'|["`]myshop:\{limits\}:|`myshop \$\{purpose\}`/g;

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll("\\", "/"))
    .filter((file) => /\.(tsx?|mjs|css|svg|html|txt)$/.test(file) && !/\.test\.tsx?$|\/generated\//.test(file));
}

it("only shop.config.ts names the shop", () => {
  const places = [
    "app",
    "components",
    "emulator",
    "lib",
    "messages",
    "prisma/catalogue",
    "middleware.ts",
    ".env.example",
  ];
  const files = places.flatMap(filesBelow);
  expect(files.length).toBeGreaterThan(500);
  const naming = files.filter((file) => /myshop/i.test(readFileSync(file, "utf8").replace(machineNames, "")));
  expect(naming).toEqual([]);
});

it("the currency exists, and no language is named twice", () => {
  expect(Intl.supportedValuesOf("currency")).toContain(shopConfig.currency);
  expect([...new Set(shopConfig.languages)]).toEqual(shopConfig.languages);
});

describe.each(["light", "dark"] as const)("in %s mode", (scheme) => {
  const colors = shopConfig.colors[scheme];

  it("each colour is written as #rrggbb, which mail programs know", () => {
    for (const [name, color] of Object.entries(colors)) expect(color, name).toMatch(/^#[0-9a-f]{6}$/i);
  });
});
