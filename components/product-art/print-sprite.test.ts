import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printSprite } from "./print-sprite";

test("the file of drawings is what the drawings print (npm run draw)", () => {
  expect(readFileSync("components/product-art/drawings.svg", "utf8")).toBe(printSprite());
});

test("a drawing is printed with the page's inks only, and brings no script, style or address along", () => {
  const sprite = printSprite();
  expect(sprite).not.toMatch(/<(script|style|image|use|a|foreignObject)\b|href=|style=/);
  for (const [, paint] of sprite.matchAll(/(?:fill|stroke)="([^"]+)"/g))
    expect(paint).toMatch(/^(none|currentColor|var\(--art-[a-z-]+\))$/);
});
