import type { JWT } from "next-auth/jwt";
import { describeError, logEvent } from "@/lib/log";
import { isRecentlyRotated } from "./rotate-session";
import { findLiveSession } from "./session-store";

/** Renews a token from its row; null if the session ended. Unchanged in an outage or just after a rotation. */
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
