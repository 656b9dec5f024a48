// Plain JavaScript, because next.config.mjs, Next's page cache and the middleware all read it.

// biome-ignore lint/style/noProcessEnv: set by Next itself, and replaced where the shop is bundled
const isDevelopment = process.env.NODE_ENV === "development";
// biome-ignore lint/style/noProcessEnv: set by the platform, and no setting of the shop
const isOnVercel = Boolean(process.env.VERCEL);

/**
 * Everything but scripts, on every answer (CSP Level 3; ASVS 3.4.3, 3.4.6). It names each kind of source and has no
 * default-src, which would speak for scripts as well. Where a second policy is sent beside it, a browser obeys both.
 */
const basePolicy = [
  "connect-src 'self'",
  "font-src 'self'",
  "frame-src 'none'",
  "img-src 'self'",
  "manifest-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * For a page that is made once for all: its own second policy comes with it from the page cache. Vercel keeps such pages
 * itself and never asks our page cache, so there nothing else would allow their scripts.
 */
export const prerenderedPolicy = isOnVercel ? `${basePolicy}; script-src 'self' 'unsafe-inline'` : basePolicy;

/** For an answer without inline scripts: JSON, redirects, files, our own plain pages. */
export const strictPolicy = withScripts([]);

/**
 * For a page made for this one request. `nonce` must be new for each (CSP Level 3, section 7.1). `others` are origins
 * besides ours whose scripts and frames a form may need (lib/bot-check/content-sources.ts).
 * @param {string} nonce
 * @param {{ "script-src": string[], "frame-src": string[] }} others
 */
export function policyWithNonce(nonce, others) {
  const policy = withScripts([`'nonce-${nonce}'`, ...others["script-src"]]);
  const frames = others["frame-src"];
  return frames.length === 0 ? policy : policy.replace("frame-src 'none'", `frame-src ${frames.join(" ")}`);
}

/** The second policy, for a page that is made once for all. `hashes` are SHA-256 in base64, one for each script. */
export function scriptPolicy(/** @type {string[]} */ hashes) {
  return ["script-src 'self'", ...hashes.map((hash) => `'sha256-${hash}'`)].join(" ");
}

// Scripts come first: Next looks for the nonce in the first directive whose name begins with script-src.
// Next's development server evaluates what it sends, and inlines scripts without a nonce.
function withScripts(/** @type {string[]} */ sources) {
  const scripts = isDevelopment ? ["'unsafe-inline'", "'unsafe-eval'"] : sources;
  return `${["script-src 'self'", ...scripts].join(" ")}; ${basePolicy}`;
}
