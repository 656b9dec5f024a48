import { env } from "@/lib/env";

/**
 * What a Content-Security-Policy must add so that a proof can be given: our own worker, and Turnstile's script and frame
 * where it is in use (https://developers.cloudflare.com/turnstile/reference/content-security-policy). Safe on the edge.
 */
export function humanProofSources(): { "script-src": string[]; "worker-src": string[]; "frame-src": string[] } {
  const { TURNSTILE_SITE_KEY, TURNSTILE_BASE_URL } = env();
  const turnstile = TURNSTILE_SITE_KEY ? [new URL(TURNSTILE_BASE_URL).origin] : [];
  return { "script-src": turnstile, "worker-src": ["'self'"], "frame-src": turnstile };
}
