import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paintPicture, pictureFolder, pictureNames, printSprite } from "./draw";

test("drawings.svg matches the drawings in code (npm run draw)", () => {
  expect(readFileSync("components/product-art/drawings.svg", "utf8")).toBe(printSprite());
});

test("each picture for previews matches its drawing in code, and pages know it (npm run draw)", async () => {
  expect(readdirSync(pictureFolder).sort()).toEqual(pictureNames.map((name) => `${name}.png`).sort());
  const imports = readFileSync("components/product-art/pictures.ts", "utf8");
  for (const name of pictureNames) {
    const kept = readFileSync(`${pictureFolder}/${name}.png`);
    expect(kept.equals(await paintPicture(name)), name).toBe(true);
    expect(imports).toContain(`from "@/components/product-art/pictures/${name}.png"`);
  }
}, 120_000);

test("a drawing uses only the page's colours, and contains no script, style or URL", () => {
  const sprite = printSprite();
  expect(sprite).not.toMatch(/<(script|style|image|use|a|foreignObject)\b|href=|style=/);
  for (const [, paint] of sprite.matchAll(/(?:fill|stroke)="([^"]+)"/g))
    expect(paint).toMatch(/^(none|currentColor|var\(--art-[a-z-]+\))$/);
});
