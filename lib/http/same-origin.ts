import { env } from "@/lib/env";
import { logEvent } from "@/lib/log";

/** Whether one of our pages sent it, by Fetch Metadata or Origin (OWASP CSRF). Browsers send one of them. */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOwn = origin === null || origin === env().APP_URL;
  if (site === null) return isOwn;
  if (site === "same-origin" && !isOwn) warnOfOtherAddress(origin);
  return site === "same-origin";
}

let isWarned = false;

function warnOfOtherAddress(origin: string): void {
  if (isWarned || !/^https?:\/\/[\w.:[\]-]{1,255}$/.test(origin)) return;
  isWarned = true;
  logEvent("warn", "form_from_another_address_than_APP_URL", { origin, APP_URL: env().APP_URL });
}

/** Sets the origin that Next checks again, or it fails (500) behind some proxies. `isSameOrigin` has decided before. */
export function nameOwnOrigin(headers: Headers): void {
  const { origin, host } = new URL(env().APP_URL);
  headers.set("origin", origin);
  headers.set("x-forwarded-host", host);
}
