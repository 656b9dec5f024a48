import { createHmac } from "node:crypto";
import { PrismaAdapter } from "@auth/prisma-adapter";
import { recordEvent } from "@/lib/audit/record-event";
import { keyFor } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { freshForMs } from "@/lib/http/cookies";
import type { Visitor } from "@/lib/http/visitor";
import { canReadDashboard, type Role } from "@/lib/users/roles";

/** A session that lives, and whose it is. */
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
    /** Since when they log in with passkeys only; null while codes count. */
    passkeysOnlyAt: Date | null;
  };
};

/**
 * The session behind a cookie's `sid`, if it was not ended, has not run out, and its user may log in; else null.
 * This is the one question that decides who somebody is; it also notes that the session was seen, at most once a minute.
 */
export async function findLiveSession(sid: string, now = new Date()): Promise<LiveSession | null> {
  const row = await db().session.findUnique({
    where: { sessionToken: sid },
    relationLoadStrategy: "join",
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      expires: true,
      user: {
        select: {
          id: true,
          username: true,
          email: true,
          emailVerified: true,
          phone: true,
          phoneVerified: true,
          role: true,
          createdAt: true,
          locale: true,
          timeZone: true,
          passkeysOnlyAt: true,
          disabledAt: true,
          deletionAskedAt: true,
        },
      },
    },
  });
  if (row === null || !isSessionAlive(row, row.user.role, now)) return null;
  const { disabledAt, deletionAskedAt, ...user } = row.user;
  if (disabledAt !== null || deletionAskedAt !== null) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= freshForMs) {
    await db().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } });
  }
  return { id: row.id, createdAt: row.createdAt, user };
}

/** How long after a rotation the old token is recognised, in milliseconds. It never opens anything. */
export const recentRotationMs = 60_000;

/**
 * The condition on "Session" for the one that a browser with this `sid` leaves: also where a proof has just replaced the
 * token, and the browser has not read the answer with the new one. Null for no session.
 */
export function sessionLeftSql(sid: string | null, now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - recentRotationMs);
  return Prisma.sql`("sessionToken" = ${sid} OR ("previousToken" = ${sid} AND "rotatedAt" > ${since}))`;
}

/** Ends the session behind a cookie's `sid`, if it is there. From the next request on its cookie opens nothing. */
export async function endSession(sid: string, visitor: Visitor): Promise<void> {
  await db().$transaction(async (transaction) => {
    const { deleteSession } = PrismaAdapter(transaction as Parameters<typeof PrismaAdapter>[0]);
    if (!deleteSession) throw new Error("@auth/prisma-adapter has no deleteSession");
    // Locked, because the adapter throws for a session that is gone, and a second logout may be on its way.
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

/** How long sessions last, in milliseconds (ASVS 7.3.1, 7.3.2): staff can do more harm, so theirs are short. */
const lifetimes = {
  shopper: { idleMs: 14 * dayMs, absoluteMs: 90 * dayMs },
  staff: { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs },
};

/** When a session made now must end whatever happens. */
export function absoluteEnd(role: Role, now: Date): Date {
  return new Date(now.getTime() + lifetimeOf(role).absoluteMs);
}

/**
 * Whether a session is still good at `now`. The role is the user's present one, so that a shopper who becomes an
 * admin gets the shorter life at once.
 */
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

/** 96 bits: two members never share one. */
const markBytes = 12;

/**
 * By this a page tells one member from another. It stays when the member takes another name. It opens nothing, and
 * without `AUTH_SECRET` it leads to nobody.
 */
export function accountMark(userId: string): string {
  return createHmac("sha256", keyFor("account mark v1"))
    .update(userId)
    .digest()
    .subarray(0, markBytes)
    .toString("base64url");
}
