import { randomBytes } from "node:crypto";
import { PrismaAdapter } from "@auth/prisma-adapter";
import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import type { Role } from "@/lib/users/roles";
import { freshForMs } from "./edge-config";
import { absoluteEnd, isSessionAlive } from "./session-lifetime";
import type { Visitor } from "./visitor";

/** A session that lives, and whose it is. */
export type LiveSession = {
  id: string;
  createdAt: Date;
  user: { id: string; username: string; email: string; phone: string; role: Role; createdAt: Date };
};

/**
 * Adds the row of a new session, inside the transaction that consumes its challenge, and gives its secret name.
 * Always a new one: whatever session the browser had before is not continued (fixation, ASVS 7.2.4).
 */
export async function createSession(
  transaction: Transaction,
  session: { userId: string; role: Role; challengeId: string; visitor: Visitor },
  now: Date,
): Promise<string> {
  const { createSession: insert } = PrismaAdapter(transaction as Parameters<typeof PrismaAdapter>[0]);
  if (!insert) throw new Error("@auth/prisma-adapter has no createSession");
  // 256 bits; ASVS 7.2.3 asks for 128.
  const sessionToken = randomBytes(32).toString("base64url");
  const row = {
    sessionToken,
    userId: session.userId,
    expires: absoluteEnd(session.role, now),
    method: "EMAIL_CODE",
    ip: session.visitor.ip,
    userAgent: session.visitor.userAgent,
    challengeId: session.challengeId,
  };
  await insert(row);
  return sessionToken;
}

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
        select: { id: true, username: true, email: true, phone: true, role: true, createdAt: true, disabledAt: true },
      },
    },
  });
  if (row === null || row.user.disabledAt !== null || !isSessionAlive(row, row.user.role, now)) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= freshForMs) {
    await db().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } });
  }
  const { disabledAt: _, ...user } = row.user;
  return { id: row.id, createdAt: row.createdAt, user };
}

/** Ends the session behind a cookie's `sid`, if it is there. From the next request on its cookie opens nothing. */
export async function endSession(sid: string): Promise<void> {
  await db().$transaction(async (transaction) => {
    const session = await transaction.session.findUnique({ where: { sessionToken: sid }, select: { userId: true } });
    const { count } = await transaction.session.deleteMany({ where: { sessionToken: sid } });
    if (session === null || count === 0) return;
    await recordEvent(transaction, { name: "logout", actorId: session.userId, subjectId: session.userId });
  });
}
