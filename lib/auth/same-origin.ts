import { env } from "@/lib/env";

/**
 * Whether a state-changing request comes from one of our own pages (OWASP CSRF Prevention Cheat Sheet: Fetch Metadata
 * with Origin as the fallback). A browser always sends at least one of the two with a POST; a request with neither
 * comes from no browser, so no browser's cookies were borrowed.
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin === null || origin === env().APP_URL;
}
