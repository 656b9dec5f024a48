import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pictureFolder, pictureNames, printFingerprints, printSprite } from "./draw";

test("drawings.svg matches the drawings in code (npm run draw)", () => {
  expect(readFileSync("components/product-art/drawings.svg", "utf8")).toBe(printSprite());
});

test("each picture for previews is painted from its drawing in code, and pages know it (npm run draw)", () => {
  expect(readFileSync(`${pictureFolder}/painted-from.json`, "utf8")).toBe(printFingerprints());
  const painted = readdirSync(pictureFolder).filter((file) => file.endsWith(".png"));
  expect(painted.sort()).toEqual(pictureNames.map((name) => `${name}.png`).sort());
  const imports = readFileSync("components/product-art/pictures.ts", "utf8");
  for (const file of painted) {
    const bytes = readFileSync(`${pictureFolder}/${file}`);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], file).toEqual([1200, 630]);
    expect(imports).toContain(`from "@/components/product-art/pictures/${file}"`);
  }
});

test("a drawing uses only the page's colours, and contains no script, style or URL", () => {
  const sprite = printSprite();
  expect(sprite).not.toMatch(/<(script|style|image|use|a|foreignObject)\b|href=|style=/);
  for (const [, paint] of sprite.matchAll(/(?:fill|stroke)="([^"]+)"/g))
    expect(paint).toMatch(/^(none|currentColor|var\(--art-[a-z-]+\))$/);
});
