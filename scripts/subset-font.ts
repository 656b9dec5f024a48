// npm run font: writes the parts of the typefaces that pages in English and Spanish need.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const newsreader = "node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght";

/** With the weights and sizes that pages use. All else is fetched from the whole file when a page shows it. */
const fonts = {
  "app/bricolage-grotesque.woff2": {
    whole: "node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2",
    axes: { wght: { min: 400, max: 800 }, opsz: { min: 14, max: 96 } },
  },
  "app/newsreader.woff2": { whole: `${newsreader}-normal.woff2`, axes: { wght: 400 } },
  "app/newsreader-italic.woff2": { whole: `${newsreader}-italic.woff2`, axes: { wght: 400 } },
};

type FontFile = keyof typeof fonts;

export const fontFiles = Object.keys(fonts) as FontFile[];

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
export const letters = `${ascii}\u00a0¡¿«»·©ªºÁÉÍÑÓÚÜáéíñóúü–—‘’“”…€×−•`;

export async function subsetOfFont(file: FontFile): Promise<Buffer> {
  const { whole, axes } = fonts[file];
  return await subsetFont(readFileSync(whole), letters, { targetFormat: "woff2", variationAxes: axes });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of fontFiles) writeFileSync(file, await subsetOfFont(file));
}
