import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printSprite } from "./draw";

test("drawings.svg matches the drawings in code (npm run draw)", () => {
  expect(readFileSync("components/product-art/drawings.svg", "utf8")).toBe(printSprite());
});

test("a drawing uses only the page's colours, and contains no script, style or URL", () => {
  const sprite = printSprite();
  expect(sprite).not.toMatch(/<(script|style|image|use|a|foreignObject)\b|href=|style=/);
  for (const [, paint] of sprite.matchAll(/(?:fill|stroke)="([^"]+)"/g))
    expect(paint).toMatch(/^(none|currentColor|var\(--art-[a-z-]+\))$/);
});
