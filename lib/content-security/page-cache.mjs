import { createHash } from "node:crypto";
import FileSystemCacheModule from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { isExpired } from "@/lib/expired-pages";
import { isOnVercel, scriptPolicy } from "./policy.mjs";

const FileSystemCache = FileSystemCacheModule.default ?? FileSystemCacheModule;

/** Gives Next our page cache; `cacheHandler` in its configuration would be imported for each request. */
export function signCachedPages() {
  // Vercel brings a cache of its own.
  if (isOnVercel) return;
  Reflect.set(globalThis, Symbol.for("@next/cache-handlers"), { FetchCache: SigningPageCache });
}

/** Keeps pages with a script policy, and as bytes: Node writes a long text slowly (docs/decisions/page-speed.md). */
class SigningPageCache extends FileSystemCache {
  /** @param {Parameters<InstanceType<typeof FileSystemCache>["get"]>} args */
  async get(...args) {
    const entry = await super.get(...args);
    if (!entry?.value) return entry;
    if (isExpired(entry)) return null;
    sign(entry.value);
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
  if (page.kind !== "APP_PAGE" || typeof page.html !== "string") return;
  const policy = scriptPolicy(hashDataScripts(page.html));
  page.html = Buffer.from(page.html);
  page.headers = { ...page.headers, "content-security-policy": policy };
}

const inlineScript = /<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

const queues = [
  "self.__next_f",
  "(self.__next_f=self.__next_f||[])",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = []))',
];

/** SHA-256 (base64) of Next's data scripts. Others get no hash: an injected one must not be signed. */
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
