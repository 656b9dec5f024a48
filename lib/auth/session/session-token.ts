import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { cookieName, freshForMs } from "@/lib/http/cookies";
import { isRole, type Role } from "@/lib/users/roles";

/** What NextAuth's cookie carries. `checkedAt`: last look at the row, in ms. */
export type SessionToken = { sub: string; sid: string; role: Role; checkedAt: number };

// Decrypting costs about 1 ms. Bounded, since strangers can send any number of cookies; only valid ones are kept.
const cacheSize = 2_000;
const cache = new Map<string, { token: SessionToken; expiresAt: number }>();

/** Decrypts and validates a cookie; null if invalid or expired. Does not check that the session lives. Never throws. */
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

/** Whether a valid cookie is of a secret that no longer signs, so that it ends with that secret. */
export async function isOfOlderSecret(cookie: string): Promise<boolean> {
  const [first, ...older] = env().AUTH_SECRET;
  if (older.length === 0) return false;
  return await decode({ token: cookie, secret: first, salt: cookieName("session") }).then(
    () => false,
    () => true,
  );
}

/** Whether the row was read recently enough for the edge to trust the cookie. */
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
