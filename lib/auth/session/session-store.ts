import { createHash } from "node:crypto";
import { PrismaAdapter } from "@auth/prisma-adapter";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { freshForMs } from "@/lib/http/cookies";
import type { Visitor } from "@/lib/http/visitor";
import { canReadDashboard, type Role } from "@/lib/users/roles";

export type LiveSession = {
  id: string;
  createdAt: Date;
  user: {
    id: string;
    username: string;
    email: string;
    emailVerified: Date | null;
    phone: string;
    phoneVerified: Date | null;
    role: Role;
    createdAt: Date;
    locale: string | null;
    timeZone: string | null;
    /** Null while codes count. */
    passkeysOnlyAt: Date | null;
  };
};

type SessionRow = LiveSession["user"] & {
  sessionId: string;
  openedAt: Date;
  lastSeenAt: Date;
  expires: Date;
  isBlocked: boolean;
};

/** The one check of who someone is: the live session of `sid`, or null. Notes it as seen at most once a minute. */
export async function findLiveSession(sid: string, now = new Date()): Promise<LiveSession | null> {
  const [row] = await db().$queryRaw<SessionRow[]>`${keptPlan}
    SELECT session."id" AS "sessionId", session."createdAt" AS "openedAt", session."lastSeenAt", session."expires",
      owner."id", owner."username", owner."email", owner."emailVerified", owner."phone", owner."phoneVerified",
      owner."role"::text AS "role", owner."createdAt", owner."locale", owner."timeZone", owner."passkeysOnlyAt",
      owner."disabledAt" IS NOT NULL OR owner."deletionAskedAt" IS NOT NULL AS "isBlocked"
    FROM "Session" session JOIN "User" owner ON owner."id" = session."userId"
    WHERE session."sessionToken" = ${sid}`;
  if (row === undefined) return null;
  const { sessionId: id, openedAt: createdAt, lastSeenAt, expires, isBlocked, ...user } = row;
  if (isBlocked || !isSessionAlive({ createdAt, lastSeenAt, expires }, user.role, now)) return null;
  if (now.getTime() - lastSeenAt.getTime() >= freshForMs) {
    await db().session.updateMany({ where: { id }, data: { lastSeenAt: now } });
  }
  return { id, createdAt, user };
}

/** In milliseconds. A rotated token is recognised, but opens nothing. */
export const recentRotationMs = 60_000;

/** SQL for the session this browser leaves, also by a token rotated a moment ago. */
export function sessionLeftSql(sid: string | null, now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - recentRotationMs);
  return Prisma.sql`("sessionToken" = ${sid} OR ("previousToken" = ${sid} AND "rotatedAt" > ${since}))`;
}

/** Ends the session of `sid`, if it is there. */
export async function endSession(sid: string, visitor: Visitor): Promise<void> {
  await db().$transaction(async (transaction) => {
    const { deleteSession } = PrismaAdapter(transaction as Parameters<typeof PrismaAdapter>[0]);
    if (!deleteSession) throw new Error("@auth/prisma-adapter has no deleteSession");
    // Locked: the adapter throws for a session that a parallel logout ended.
    const [session] = await transaction.$queryRaw<{ userId: string; sessionToken: string }[]>`
      SELECT "userId", "sessionToken" FROM "Session" WHERE ${sessionLeftSql(sid, new Date())} FOR UPDATE`;
    if (session === undefined) return;
    await deleteSession(session.sessionToken);
    await recordEvent(transaction, {
      name: "logout",
      actorId: session.userId,
      subjectId: session.userId,
      ip: visitor.ip,
      userAgent: visitor.userAgent,
    });
  });
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** In milliseconds (ASVS 7.3.1, 7.3.2); shorter for staff, who can do more harm. */
export const lifetimes = {
  shopper: { idleMs: 14 * dayMs, absoluteMs: 90 * dayMs },
  staff: { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs },
};

export function absoluteEnd(role: Role, now: Date): Date {
  return new Date(now.getTime() + lifetimeOf(role).absoluteMs);
}

/** `role` is the present one, so a new admin gets the shorter life at once. */
export function isSessionAlive(
  session: { createdAt: Date; lastSeenAt: Date; expires: Date },
  role: Role,
  now: Date,
): boolean {
  const { idleMs, absoluteMs } = lifetimeOf(role);
  return (
    session.expires > now &&
    now.getTime() - session.createdAt.getTime() < absoluteMs &&
    now.getTime() - session.lastSeenAt.getTime() < idleMs
  );
}

function lifetimeOf(role: Role) {
  return canReadDashboard(role) ? lifetimes.staff : lifetimes.shopper;
}

/** 96 bits: no collisions. */
const markBytes = 12;

/** Tells members apart on pages; opens nothing. Without a secret: open pages would reload when that is replaced. */
export function accountMark(userId: string): string {
  return createHash("sha256")
    .update(`account mark v2\n${userId}`)
    .digest()
    .subarray(0, markBytes)
    .toString("base64url");
}
