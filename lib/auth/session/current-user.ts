import { cookies } from "next/headers";
import { cache } from "react";
import { cookieName } from "@/lib/http/cookies";
import type { Role } from "@/lib/users/roles";
import { findLiveSession, type LiveSession } from "./session-store";
import { readSessionToken } from "./session-token";

/** The person behind a request. */
export type CurrentUser = { id: string; username: string; email: string; phone: string; role: Role; createdAt: Date };

/**
 * The session of this request, read from its row: logout, disabling and a changed role act on the next request.
 * Asked any number of times, it reads once per request. Throws if the database does not answer.
 */
export const findCurrentSession = cache(async (): Promise<LiveSession | null> => {
  const sid = await findSessionId();
  return sid === null ? null : await findLiveSession(sid);
});

/** The secret name of the session that this request's cookie speaks of, alive or not; null without a good cookie. */
export async function findSessionId(): Promise<string | null> {
  return (await readSessionToken((await cookies()).get(cookieName("session"))?.value))?.sid ?? null;
}

/** The user who is logged in here, or null. */
export async function findCurrentUser(): Promise<CurrentUser | null> {
  return (await findCurrentSession())?.user ?? null;
}
