import type { JWT } from "next-auth/jwt";
import { describeError, logEvent } from "@/lib/log";
import { isRecentlyRotated } from "./rotate-session";
import { findLiveSession } from "./session-store";

/**
 * Looks a token's session up again, which the edge asks for once a minute. Gives the token renewed, with the user's
 * present role; or null, by which NextAuth clears the cookie, if the session was ended. If the database does not answer
 * the token stays as old as it was: the edge goes on refusing it, and the shopper is still logged in when the database
 * is back. So does a token that a proof has just replaced: clearing the cookie would take the new one away.
 */
export async function refreshToken(token: JWT): Promise<JWT | null> {
  const { sid } = token;
  if (typeof sid !== "string") return null;
  try {
    const session = await findLiveSession(sid);
    if (session === null) return (await isRecentlyRotated(sid)) ? token : null;
    return { sub: session.user.id, sid, role: session.user.role, checkedAt: Date.now() };
  } catch (error) {
    logEvent("error", "session_not_checked", describeError(error));
    return token;
  }
}
