import { createHash } from "node:crypto";
import FileSystemCacheModule from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { scriptPolicy } from "./policy.mjs";

// CommonJS: whether the class or a module around it arrives depends on who imports it.
const FileSystemCache = FileSystemCacheModule.default ?? FileSystemCacheModule;

/** Pages whose policy was computed by this process. A policy found on disk is not believed. */
const signed = new WeakSet();

/**
 * Next's own cache of prerendered pages, which adds the policy for its inline scripts to each page it keeps. Next awaits
 * `set` before the first answer and sends the same object, so that the visitor who had the page made gets it as well.
 * docs/decisions/script-hashes-and-nonces.md
 */
export default class SigningPageCache extends FileSystemCache {
  /** @param {Parameters<InstanceType<typeof FileSystemCache>["get"]>} args */
  async get(...args) {
    const entry = await super.get(...args);
    if (entry?.value) sign(entry.value);
    return entry;
  }

  /** @param {Parameters<InstanceType<typeof FileSystemCache>["set"]>} args */
  async set(...args) {
    if (args[1]) sign(args[1]);
    await super.set(...args);
  }
}

/** @param {{ kind: string, html?: unknown, headers?: Record<string, unknown> }} page */
function sign(page) {
  if (page.kind !== "APP_PAGE" || typeof page.html !== "string" || signed.has(page)) return;
  const policy = scriptPolicy(hashDataScripts(page.html));
  page.headers = { ...page.headers, "content-security-policy": policy };
  signed.add(page);
}

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
