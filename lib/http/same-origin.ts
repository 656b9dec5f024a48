import { env } from "@/lib/env";
import { logEvent } from "@/lib/log";

/**
 * Whether a state-changing request comes from one of our own pages (OWASP CSRF Prevention Cheat Sheet: Fetch Metadata
 * with Origin as the fallback). A browser always sends at least one of the two with a POST; a request with neither
 * comes from no browser, so no browser's cookies were borrowed.
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOwn = origin === null || origin === env().APP_URL;
  if (site === null) return isOwn;
  if (site === "same-origin" && !isOwn) warnOfOtherAddress(origin);
  return site === "same-origin";
}

let isWarned = false;

/** Tells the operator once per process that visitors see the shop at another address than APP_URL. */
function warnOfOtherAddress(origin: string): void {
  if (isWarned || !/^https?:\/\/[\w.:[\]-]{1,255}$/.test(origin)) return;
  isWarned = true;
  logEvent("warn", "form_from_another_address_than_APP_URL", { origin, APP_URL: env().APP_URL });
}

/**
 * Puts the shop's own address where Next looks for it. Next compares Origin with X-Forwarded-Host or Host once more and
 * fails (500) where they differ. A proxy may leave the port out of Host, a visitor may name any host, and browsers send
 * `Origin: null` from a page without referrers. `isSameOrigin` has decided before.
 */
export function nameOwnOrigin(headers: Headers): void {
  const { origin, host } = new URL(env().APP_URL);
  headers.set("origin", origin);
  headers.set("x-forwarded-host", host);
}
