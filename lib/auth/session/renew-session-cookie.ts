import { env } from "@/lib/env";
import { cookieName } from "@/lib/http/cookies";
import { isFresh, readSessionToken } from "./session-token";

export type Renewal =
  /** The session lives; the cookies carry a token that was just checked. */
  | { state: "renewed"; setCookies: string[] }
  /** The session was ended; the cookies clear the browser's. */
  | { state: "ended"; setCookies: string[] }
  /** Nobody could look: the database or Node did not answer. */
  | { state: "unknown" };

const timeoutMs = 5_000;

/**
 * Has Node compare a session cookie with its row, by NextAuth's own session endpoint, and gives the cookies to pass on.
 * The edge has no database; this request to ourselves is how it asks. The address is configured, never taken from the
 * Host header, since the cookie goes there.
 */
export async function renewSessionCookie(cookie: string): Promise<Renewal> {
  const name = cookieName("session");
  try {
    const response = await fetch(`${env().APP_INTERNAL_URL ?? env().APP_URL}/api/auth/session`, {
      headers: { cookie: `${name}=${cookie}` },
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { state: "unknown" };
    const setCookies = response.headers.getSetCookie().filter((line) => line.startsWith(`${name}=`));
    if ((await response.json()) === null) return { state: "ended", setCookies };
    const value = setCookies[0]?.slice(name.length + 1).split(";")[0];
    const token = await readSessionToken(value);
    return token !== null && isFresh(token) ? { state: "renewed", setCookies } : { state: "unknown" };
  } catch {
    return { state: "unknown" };
  }
}
