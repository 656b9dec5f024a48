import { db } from "@/lib/db/client";
import type { LoginMethod } from "@/lib/db/generated/client";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { findLocation } from "@/lib/location/find-location";
import { mostSessions } from "@/lib/users/access-limits";
import type { Role } from "@/lib/users/roles";
import { isSessionAlive, type LiveSession } from "./session-store";

/** One place where a user is logged in. */
export type SessionView = {
  id: string;
  /** Browser and system, in words. */
  device: string;
  /** What opened it. */
  method: LoginMethod;
  /** Its network address at the login, and where that is thought to be. */
  ip: string | null;
  place: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** The sessions of the user of `session` that are alive, told in `locale`: this one first, then by when they were last seen. */
export async function listSessions(session: LiveSession, locale: Locale, now = new Date()): Promise<SessionView[]> {
  const views = await listSessionsOf(session.user, session.id, locale, now);
  return views.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** The sessions of a user that are alive, by when they were last seen; `currentId` is the row's id of the reader's own. */
export async function listSessionsOf(
  user: { id: string; role: Role },
  currentId: string | null,
  locale: Locale,
  now = new Date(),
): Promise<SessionView[]> {
  const rows = await db().session.findMany({
    where: { userId: user.id, expires: { gt: now } },
    // By the index, for accounts from before the limit; the others have no more.
    orderBy: { createdAt: "desc" },
    take: mostSessions,
    select: { id: true, createdAt: true, lastSeenAt: true, expires: true, userAgent: true, ip: true, method: true },
  });
  const alive = rows
    .filter((row) => isSessionAlive(row, user.role, now))
    .sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
  return await Promise.all(
    alive.map(async ({ id, createdAt, lastSeenAt, userAgent, ip, method }) => ({
      id,
      createdAt,
      lastSeenAt,
      device: describeDevice(userAgent, locale),
      method,
      ip,
      place: await findLocation(ip, locale),
      isCurrent: id === currentId,
    })),
  );
}
