import { cookieName } from "./cookies";

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
