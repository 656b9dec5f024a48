import { gzipSync } from "node:zlib";
import type { Measure } from "@/bench/harness/load";

/** What the login pages make a browser load, against a page with nothing in it. */
export const scriptWeight: Measure = async ({ shop, startFloor }) => {
  const floor = await startFloor();
  const emptyBytes = await measureScripts(`${floor.urls[0]}/`);
  await floor.stop();
  const lines = [`JavaScript, gzip. An empty page of the same Next: ${inKb(emptyBytes)}.`];
  for (const path of ["/login", "/register"]) {
    const bytes = await measureScripts(`${shop.APP_URL}${path}`);
    lines.push(`${path.padEnd(32)} ${inKb(bytes)}, ${inKb(bytes - emptyBytes)} more`);
  }
  return lines;
};

function inKb(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

/** The JavaScript that a page makes a current browser load at once, in bytes of gzip. */
async function measureScripts(pageUrl: string): Promise<number> {
  const html = await (await fetch(pageUrl)).text();
  const sources = new Set<string>();
  for (const [tag, source] of html.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"[^>]*>/g)) {
    // Only browsers without modules load these.
    if (source && !/\bnomodule\b/i.test(tag)) sources.add(source.replaceAll("&amp;", "&"));
  }
  let bytes = 0;
  for (const source of sources) {
    const script = await fetch(new URL(source, pageUrl));
    if (!script.ok) throw new Error(`${source} answered ${script.status}.`);
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return bytes;
}
