import { gzipSync } from "node:zlib";

/** The JavaScript that a page makes a current browser load at once, in bytes of gzip. */
export async function measureScripts(pageUrl: string): Promise<number> {
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
