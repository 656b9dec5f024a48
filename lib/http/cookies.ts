import { env } from "@/lib/env";

/** Shared by edge and Node. Must not import the database. */

/** In milliseconds, until Node looks at the session's row again. */
export const freshForMs = 60_000;

/** In seconds: the longest session. Idle and staff limits are the row's. */
export const cookieLifeSeconds = 90 * 24 * 60 * 60;

function isHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** With https, `__Host-` (RFC 6265bis 4.1.3.2) keeps subdomains from planting it. */
export function cookieName(
  name: "session" | "challenge" | "passkey" | "browser" | "bag" | "callback" | "csrf" | "link",
): string {
  return `${isHttps() ? "__Host-" : ""}shop-${name}`;
}

export function cookieAttributes() {
  return { httpOnly: true, secure: isHttps(), sameSite: "lax", path: "/" } as const;
}

/** Drops NextAuth's callback cookie, which we never need: a planted invalid one would fail each login with 500. */
export function dropCallbackCookie(headers: Headers): void {
  const name = cookieName("callback");
  const cookies = headers.get("cookie")?.split(";") ?? [];
  const kept = cookies.filter((cookie) => cookie.split("=", 1)[0]?.trim() !== name);
  if (kept.length === cookies.length) return;
  if (kept.length > 0) headers.set("cookie", kept.join(";").trim());
  else headers.delete("cookie");
}
