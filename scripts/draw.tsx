// npm run draw: prints the drawings of components/product-art into the one file from which pages show them, and each
// product's into a picture that previews of its page show elsewhere.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ImageResponse } from "next/og";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { drawings } from "@/components/product-art/drawings";
import { ink } from "@/components/product-art/parts";
import { stocks } from "@/components/product-art/stocks";

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

/** What OpenGraph asks for. */
const size = { width: 1200, height: 630 };

export const pictureFolder = "components/product-art/pictures";

export const pictureNames = [...Object.keys(stocks), "unknown-thing", "shelf"];

/** What the pictures are painted from, by SHA-256: each system paints other bytes. */
export function printFingerprints(): string {
  const prints = pictureNames.map((name) => [name, createHash("sha256").update(drawPicture(name)).digest("hex")]);
  return `${JSON.stringify(Object.fromEntries(prints), null, 2)}\n`;
}

/** Without words, so that it needs no language and stays when the shop is renamed. */
function drawPicture(name: string): string {
  return withColours(renderToStaticMarkup(name === "shelf" ? <ShelfPicture /> : <ProductPicture art={name} />));
}

/** As PNG. */
async function paintPicture(name: string): Promise<Buffer> {
  const source = `data:image/svg+xml;base64,${Buffer.from(drawPicture(name)).toString("base64")}`;
  // biome-ignore lint/performance/noImgElement: painted here, and in no page
  const picture = new ImageResponse(<img alt="" src={source} {...size} />, size);
  return Buffer.from(await picture.arrayBuffer());
}

function ProductPicture({ art }: { art: string }) {
  const Drawing = drawings[art] ?? drawings["unknown-thing"];
  return (
    <Picture background={(stocks[art] ?? "bg-stock-stone").replace("bg-", "")}>
      <g transform="translate(310 25) scale(1.45)">{Drawing ? <Drawing /> : null}</g>
    </Picture>
  );
}

const onTheShelf = [
  ["kettle", "pepper-mill", "mixing-bowl", "lantern"],
  ["watering-can", "moka-pot", "mending-tin", "task-lamp"],
];

function ShelfPicture() {
  return (
    <Picture background="stock-butter">
      {onTheShelf.map((row, line) => (
        <g key={row[0]} transform={`translate(0 ${line * 312})`}>
          <path d="M0 292 H1200 V306 H0 Z" fill={ink.shadow} />
          <path d="M0 268 H1200 V292 H0 Z" fill={ink.wood} />
          <path d="M0 268 H1200 V275 H0 Z" fill={ink.woodLight} />
          {row.map((name, place) => {
            const Drawing = drawings[name];
            const at = `translate(${42 + place * 290} 56) scale(0.63)`;
            return (
              <g key={name} transform={at}>
                {Drawing ? <Drawing /> : null}
              </g>
            );
          })}
        </g>
      ))}
    </Picture>
  );
}

function Picture({ background, children }: { background: string; children: ReactNode }) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" aria-hidden="true">
      <rect width="1200" height="630" fill={`var(--${background})`} />
      {children}
    </svg>
  );
}

/** Those of light mode. */
function withColours(svg: string): string {
  const [light = ""] = readFileSync("app/theme.css", "utf8").split("@media");
  const colours = new Map([...light.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
  return svg.replace(/var\(--([\w-]+)\)/g, (unset, name: string) => colours.get(name) ?? unset);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync("components/product-art/drawings.svg", printSprite());
  for (const name of pictureNames) writeFileSync(`${pictureFolder}/${name}.png`, await paintPicture(name));
  writeFileSync(`${pictureFolder}/painted-from.json`, printFingerprints());
}
