import { env } from "@/lib/env";

/**
 * What a Content-Security-Policy must add so that a proof can be given: Turnstile's script and frame where it is in use
 * (https://developers.cloudflare.com/turnstile/reference/content-security-policy). Our own worker needs no more than
 * the policy's `worker-src 'self'`. Safe on the edge.
 */
export function botCheckSources(): { "script-src": string[]; "frame-src": string[] } {
  const { TURNSTILE_SITE_KEY, TURNSTILE_BASE_URL } = env();
  const turnstile = TURNSTILE_SITE_KEY ? [new URL(TURNSTILE_BASE_URL).origin] : [];
  return { "script-src": turnstile, "frame-src": turnstile };
}
