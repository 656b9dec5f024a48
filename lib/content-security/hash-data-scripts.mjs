import { createHash } from "node:crypto";

const inlineScript = /<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

// The three forms in which Next hands a page's data to its own scripts, which are files.
const queues = [
  "self.__next_f",
  "(self.__next_f=self.__next_f||[])",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = []))',
];

/**
 * SHA-256, in base64, of each inline script of a page that only hands over data: one of Next's queues, `.push` and
 * JSON. Any other script gets no hash and therefore does not run: what is hashed here is what the shop has just written
 * itself, and a script that came in through its own text must not be signed along with the rest.
 */
export function hashDataScripts(/** @type {string} */ html) {
  const scripts = [...html.matchAll(inlineScript)].map((match) => match[1] ?? "").filter(isData);
  return [...new Set(scripts)].map((script) => createHash("sha256").update(script).digest("base64"));
}

function isData(/** @type {string} */ script) {
  const queue = queues.find((start) => script.startsWith(`${start}.push(`));
  const call = /^\.push\((.*)\);?$/s.exec(script.slice(queue?.length ?? 0));
  if (queue === undefined || call?.[1] === undefined) return false;
  try {
    JSON.parse(call[1]);
    return true;
  } catch {
    return false;
  }
}
