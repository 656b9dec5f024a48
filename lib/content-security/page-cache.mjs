import FileSystemCacheModule from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { hashDataScripts } from "./hash-data-scripts.mjs";
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
