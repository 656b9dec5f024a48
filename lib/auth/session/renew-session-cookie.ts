import { env } from "@/lib/env";
import { cookieName } from "@/lib/http/cookies";
import { isFresh, readSessionToken } from "./session-token";

export type Renewal =
  | { state: "renewed"; setCookies: string[] }
  | { state: "ended"; setCookies: string[] }
  /** The database or Node did not answer. */
  | { state: "unknown" };

const timeoutMs = 5_000;

/** Asks Node's session endpoint, since the edge has no database. Never uses the Host header. */
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
