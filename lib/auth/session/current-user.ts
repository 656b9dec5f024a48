import { cookies } from "next/headers";
import { cache } from "react";
import { cookieName } from "@/lib/http/cookies";
import type { Role } from "@/lib/users/roles";
import { findLiveSession, type LiveSession } from "./session-store";
import { readSessionToken } from "./session-token";

export type CurrentUser = { id: string; username: string; email: string; phone: string; role: Role; createdAt: Date };

/** This request's session, from its row; read once per request. Throws if the database does not answer. */
export const findCurrentSession = cache(async (): Promise<LiveSession | null> => {
  const sid = await findSessionId();
  return sid === null ? null : await findLiveSession(sid);
});

/** The `sid` of this request's cookie, alive or not; null without a valid cookie. */
export async function findSessionId(): Promise<string | null> {
  return (await readSessionToken((await cookies()).get(cookieName("session"))?.value))?.sid ?? null;
}

export async function findCurrentUser(): Promise<CurrentUser | null> {
  return (await findCurrentSession())?.user ?? null;
}
