import { cookies } from "next/headers";
import { findSessionId } from "./current-user";
import { cookieAttributes, cookieName } from "./edge-config";
import { endSession } from "./session-store";

/**
 * Ends this browser's session: first the row, so that the cookie is worthless wherever a copy of it is, then the
 * cookie. Throws if the database does not answer, and then leaves both: a logout that only looks like one is worse.
 */
export async function logOut(): Promise<void> {
  const sid = await findSessionId();
  if (sid !== null) await endSession(sid);
  (await cookies()).set(cookieName("session"), "", { ...cookieAttributes(), maxAge: 0 });
}
