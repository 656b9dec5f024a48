import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { cookieAttributes, cookieLifeSeconds, cookieName } from "@/lib/http/cookies";
import { findSessionId } from "./current-user";
import { type LiveSession, recentRotationMs } from "./session-store";
import { isOfOlderSecret } from "./session-token";

/** New token after re-authentication (ASVS 7.2.4). Pass it to `keepRotatedSession` after the commit. */
export async function rotateSession(transaction: Transaction, sessionId: string, now: Date): Promise<string> {
  const sid = newKey();
  await transaction.$executeRaw`
    UPDATE "Session" SET "previousToken" = "sessionToken", "sessionToken" = ${sid}, "rotatedAt" = ${now}
    WHERE "id" = ${sessionId}::uuid`;
  return sid;
}

export async function keepRotatedSession(
  { user }: { user: Pick<LiveSession["user"], "id" | "role"> },
  sid: string,
): Promise<void> {
  const name = cookieName("session");
  const value = await encode({
    token: { sub: user.id, sid, role: user.role, checkedAt: Date.now() },
    secret: env().AUTH_SECRET,
    salt: name,
    maxAge: cookieLifeSeconds,
  });
  (await cookies()).set(name, value, { ...cookieAttributes(), maxAge: cookieLifeSeconds });
}

/** For pages that the middleware does not guard: a cookie of an older secret ends with it, unless it is replaced. */
export async function replaceCookieOfOlderSecret(session: LiveSession): Promise<void> {
  const cookie = (await cookies()).get(cookieName("session"))?.value;
  const sid = await findSessionId();
  if (cookie && sid && (await isOfOlderSecret(cookie))) await keepRotatedSession(session, sid);
}

/** Whether the token was replaced a moment ago: a parallel request must not clear the new cookie. */
export async function isRecentlyRotated(sid: string): Promise<boolean> {
  const since = new Date(Date.now() - recentRotationMs);
  return (await db().session.count({ where: { previousToken: sid, rotatedAt: { gt: since } } })) > 0;
}

/** Gives a second press the new cookie, if it has the old token, the challenge key and the id. Gives whether it did. */
export async function keepSessionAfterSecondPress(challengeId: string): Promise<boolean> {
  const [sid, challengeKey] = [await findSessionId(), await findChallengeKey()];
  if (sid === null || challengeKey === null) return false;
  const since = new Date(Date.now() - recentRotationMs);
  const session = await db().session.findFirst({
    where: { previousToken: sid, rotatedAt: { gt: since }, user: { disabledAt: null, deletionAskedAt: null } },
    select: { id: true, sessionToken: true, user: { select: { id: true, role: true } } },
  });
  if (session === null) return false;
  const finished = await db().challenge.count({
    where: {
      id: challengeId,
      browserKeyHash: hashKey(challengeKey),
      userId: session.user.id,
      consumedAt: { gt: since },
    },
  });
  if (finished === 0) return false;
  await keepRotatedSession(session, session.sessionToken);
  return true;
}
