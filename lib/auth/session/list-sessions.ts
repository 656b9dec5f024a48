import { db } from "@/lib/db/client";
import type { LoginMethod } from "@/lib/db/generated/client";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { findLocation } from "@/lib/location/find-location";
import { mostSessions } from "@/lib/users/access-limits";
import type { Role } from "@/lib/users/roles";
import { isSessionAlive, type LiveSession } from "./session-store";

export type SessionView = {
  id: string;
  /** Browser and system, in words. */
  device: string;
  method: LoginMethod;
  /** At the login; the location is a guess. */
  ip: string | null;
  place: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** The user's live sessions, this one first, then by last seen. */
export async function listSessions(session: LiveSession, locale: Locale, now = new Date()): Promise<SessionView[]> {
  const views = await listSessionsOf(session.user, session.id, locale, now);
  return views.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** As `listSessions`; `currentId` is the reader's own row. */
export async function listSessionsOf(
  user: { id: string; role: Role },
  currentId: string | null,
  locale: Locale,
  now = new Date(),
): Promise<SessionView[]> {
  const rows = await db().session.findMany({
    where: { userId: user.id, expires: { gt: now } },
    // By the index; newer accounts never exceed the limit.
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
