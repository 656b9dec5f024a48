import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shopConfig } from "@/shop.config";

const [light = "", dark = ""] = readFileSync("app/theme.css", "utf8").split("@media (prefers-color-scheme: dark)");
const status = ["info", "success", "warning", "danger"];

/** Each text colour and what it stands on. */
const pairs = [
  ...["canvas", "surface", "sunken"].flatMap((ground) => [
    ["ink", ground],
    ["ink-muted", ground],
    ["accentText", ground],
  ]),
  ...["accentSoft", "stock-butter", "stock-blush", "stock-sage", "stock-sky", "stock-stone"].map((ground) => [
    "ink",
    ground,
  ]),
  ...status.flatMap((name) => [
    [name, `${name}-soft`],
    [name, "canvas"],
    [name, "surface"],
    ["ink", `${name}-soft`],
  ]),
  ["accentText", "accentSoft"],
  ["onAccent", "accent"],
  ["onAccent", "accentHover"],
  ["onAccent", "danger-fill"],
];

function relativeLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("in %s mode", (scheme, css) => {
  const colors = new Map(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", color = ""]) => [name, color]),
  );
  for (const [name, color] of Object.entries(shopConfig.colors[scheme])) colors.set(name, color);

  it.each(pairs)("%s can be read on %s (WCAG 2.2, 1.4.3)", (text = "", ground = "") => {
    expect(contrast(colors.get(text) ?? "", colors.get(ground) ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});
