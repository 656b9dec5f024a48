import { env } from "@/lib/env";

/**
 * What the edge and Node must agree on about cookies and times. Nothing here reaches a database, so that the
 * middleware can import it.
 */

/** How long a cookie is believed before Node looks at the session's row again, in milliseconds. */
export const freshForMs = 60_000;

/** Life of the session cookie, in seconds: the longest a session can last. Idle and staff's limits are the row's. */
export const cookieLifeSeconds = 90 * 24 * 60 * 60;

/** Whether the shop is served over https, and cookies are therefore Secure. */
function isHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/**
 * The name of one of our cookies. With https it gets the `__Host-` prefix (RFC 6265bis 4.1.3.2), by which a browser
 * refuses it from a subdomain: nobody can plant a key or a session of his own in a shopper's browser.
 */
export function cookieName(
  name: "session" | "challenge" | "passkey" | "browser" | "callback" | "csrf" | "link",
): string {
  return `${isHttps() ? "__Host-" : ""}myshop-${name}`;
}

/** The attributes that all our cookies share (ASVS 3.3.1 to 3.3.4). */
export function cookieAttributes() {
  return { httpOnly: true, secure: isHttps(), sameSite: "lax", path: "/" } as const;
}

/**
 * Takes NextAuth's callback cookie out of a request's headers. Where a login leads is ours to say, so the shop never
 * needs it; but NextAuth answers one that is no URL as a fault of its configuration (500), and whoever can plant a
 * cookie in a browser could keep that browser from logging in.
 */
export function dropCallbackCookie(headers: Headers): void {
  const name = cookieName("callback");
  const cookies = headers.get("cookie")?.split(";") ?? [];
  const kept = cookies.filter((cookie) => cookie.split("=", 1)[0]?.trim() !== name);
  if (kept.length === cookies.length) return;
  if (kept.length > 0) headers.set("cookie", kept.join(";").trim());
  else headers.delete("cookie");
}
