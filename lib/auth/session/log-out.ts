import { cookies, headers } from "next/headers";
import { dropChallengeKeys, dropTrustedDeviceKey } from "@/lib/auth/device/browser-key";
import { cookieAttributes, cookieName } from "@/lib/http/cookies";
import { readVisitor } from "@/lib/http/visitor";
import { findSessionId } from "./current-user";
import { endSession } from "./session-store";

/**
 * Ends this browser's session: first the row, so that the cookie is worthless wherever a copy of it is, then the
 * cookie. Throws if the database does not answer, and then leaves both: a logout that only looks like one is worse.
 */
export async function logOut(): Promise<void> {
  const sid = await findSessionId();
  if (sid !== null) await endSession(sid, readVisitor(await headers()));
  await dropSessionCookie();
  // Whoever comes next to this browser is shown nothing of the codes that were asked for in it.
  await dropChallengeKeys();
}

/** Takes away what this browser holds of a user whose sessions have all ended: the session's cookie, and its being known. */
export async function forgetThisBrowser(): Promise<void> {
  await dropSessionCookie();
  await dropTrustedDeviceKey();
  await dropChallengeKeys();
}

async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", { ...cookieAttributes(), maxAge: 0 });
}
