import { cookies } from "next/headers";
import { cookieAttributes, cookieName } from "./edge-config";
import { endSession } from "./session-store";
import { readSessionToken } from "./session-token";

/**
 * Ends this browser's session: first the row, so that the cookie is worthless wherever a copy of it is, then the
 * cookie. Throws if the database does not answer, and then leaves both: a logout that only looks like one is worse.
 */
export async function logOut(): Promise<void> {
  const jar = await cookies();
  const token = await readSessionToken(jar.get(cookieName("session"))?.value);
  if (token !== null) await endSession(token.sid);
  jar.set(cookieName("session"), "", { ...cookieAttributes(), maxAge: 0 });
}
