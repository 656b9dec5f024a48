// npm run font: writes app/bricolage-grotesque.woff2, the part of the typeface that pages in English and Spanish need.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

export const fontFile = "app/bricolage-grotesque.woff2";
const wholeFont =
  "node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2";

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
export const letters = `${ascii}\u00a0¡¿«»·©ªºÁÉÍÑÓÚÜáéíñóúü–—‘’“”…€×−•`;

/** The lightest weight that pages use is 400. All else of the Latin typeface is fetched when a page shows it. */
export async function subsetOfFont(): Promise<Buffer> {
  return await subsetFont(readFileSync(wholeFont), letters, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 800 }, opsz: { min: 14, max: 96 } },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(fontFile, await subsetOfFont());
