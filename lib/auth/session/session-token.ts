import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { cookieName, freshForMs } from "@/lib/http/cookies";
import { isRole, type Role } from "@/lib/users/roles";

/** What NextAuth's cookie carries, and no more. `checkedAt` is when the session's row was last looked at, in ms. */
export type SessionToken = { sub: string; sid: string; role: Role; checkedAt: number };

// Decrypting costs about a millisecond of CPU, looking up a known cookie nothing. Bounded, because a stranger can
// send as many cookies as he likes; only ones that decrypt are kept.
const cacheSize = 2_000;
const cache = new Map<string, { token: SessionToken; expiresAt: number }>();

/**
 * Reads NextAuth's encrypted cookie: checks encryption, times and shape, but not whether the session still lives.
 * Gives null for no cookie, a malformed, foreign or expired one; never throws for what a visitor can send.
 */
export async function readSessionToken(cookie: string | undefined): Promise<SessionToken | null> {
  if (cookie === undefined || cookie.length > 4_096) return null;
  const known = cache.get(cookie);
  if (known) return known.expiresAt > Date.now() ? known.token : null;
  const payload = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: cookieName("session") }).catch(
    () => null,
  );
  if (payload === null || payload.exp === undefined) return null;
  const { sub, sid, role, checkedAt, exp } = payload as Record<string, unknown>;
  if (typeof sub !== "string" || typeof sid !== "string" || typeof checkedAt !== "number") return null;
  if (!isRole(role)) return null;
  const token = { sub, sid, role, checkedAt };
  remember(cookie, token, Number(exp) * 1_000);
  return token;
}

/** Whether the row was looked at so recently that the edge may believe the cookie. */
export function isFresh(token: SessionToken, now = Date.now()): boolean {
  return now - token.checkedAt < freshForMs;
}

function remember(cookie: string, token: SessionToken, expiresAt: number): void {
  if (cache.size >= cacheSize) {
    const oldest = cache.keys().next().value;
    if (oldest !== undefined) cache.delete(oldest);
  }
  cache.set(cookie, { token, expiresAt });
}
