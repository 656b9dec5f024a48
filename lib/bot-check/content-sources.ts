import { env } from "@/lib/env";

/** Turnstile's sources (developers.cloudflare.com/turnstile/reference/content-security-policy). Safe on the edge. */
export function botCheckSources(): { "script-src": string[]; "frame-src": string[] } {
  const { TURNSTILE_SITE_KEY, TURNSTILE_BASE_URL } = env();
  const turnstile = TURNSTILE_SITE_KEY ? [new URL(TURNSTILE_BASE_URL).origin] : [];
  return { "script-src": turnstile, "frame-src": turnstile };
}
