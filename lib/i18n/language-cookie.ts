import { env } from "@/lib/env";

/** A year, in seconds. Browsers keep no cookie longer than 400 days (RFC 6265bis, section 5.5). */
export const languageCookieLifeSeconds = 365 * 24 * 60 * 60;

/** The cookie that keeps the chosen language. Its prefix is that of our other cookies, see lib/http/cookies.ts. */
export function languageCookieName(): string {
  return `${env().APP_URL.startsWith("https:") ? "__Host-" : ""}myshop-language`;
}
