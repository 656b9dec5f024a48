// biome-ignore lint/style/noProcessEnv: set by Next itself, and replaced where the shop is bundled
const isDevelopment = process.env.NODE_ENV === "development";
// biome-ignore lint/style/noProcessEnv: set by the platform, and no setting of the shop
export const isOnVercel = Boolean(process.env.VERCEL);

/** Everything but scripts (CSP 3; ASVS 3.4.3, 3.4.6); no default-src, which would include scripts. */
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

/** Prerendered pages bring a second policy, except on Vercel, which bypasses our cache. */
export const prerenderedPolicy = isOnVercel ? `${basePolicy}; script-src 'self' 'unsafe-inline'` : basePolicy;

export const strictPolicy = withScripts([]);

/**
 * @param {string} nonce new for each response (CSP 3, 7.1)
 * @param {{ "script-src": string[], "frame-src": string[], "form-action": string[] }} others
 */
export function policyWithNonce(nonce, others) {
  const policy = withScripts([`'nonce-${nonce}'`, ...others["script-src"]]);
  const [frames, forms] = [others["frame-src"], others["form-action"]];
  return policy
    .replace("frame-src 'none'", frames.length === 0 ? "$&" : `frame-src ${frames.join(" ")}`)
    .replace("form-action 'self'", ["$&", ...forms].join(" "));
}

export function scriptPolicy(/** @type {string[]} */ hashes) {
  return ["script-src 'self'", ...hashes.map((hash) => `'sha256-${hash}'`)].join(" ");
}

// Next looks for the nonce in the first script-src directive. Its dev server needs eval and inline scripts.
function withScripts(/** @type {string[]} */ sources) {
  const scripts = isDevelopment ? ["'unsafe-inline'", "'unsafe-eval'"] : sources;
  return `${["script-src 'self'", ...scripts].join(" ")}; ${basePolicy}`;
}
