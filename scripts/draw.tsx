// npm run draw: prints the drawings of components/product-art into the one file from which pages show them.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { drawings } from "@/components/product-art/drawings";

/** Without colours, which come from the page. */
export function printSprite(): string {
  return `${renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" aria-hidden="true">
      {Object.entries(drawings).map(([name, Drawing]) => (
        <g key={name} id={name}>
          <Drawing />
        </g>
      ))}
    </svg>,
  ).replaceAll("<g id=", "\n<g id=")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync("components/product-art/drawings.svg", printSprite());
}
