import { cookies, headers } from "next/headers";
import { z } from "zod";
import { recordOwnEvent } from "@/lib/audit/record-event";
import { dropChallengeKeys, dropTrustedDeviceKey } from "@/lib/auth/device/trusted-device";
import { db, type Transaction } from "@/lib/db/client";
import { cookieAttributes, cookieName } from "@/lib/http/cookies";
import { dropBagKey } from "@/lib/http/key-cookie";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { fail, ok, type Result } from "@/lib/result";
import { spendReauthentication } from "@/lib/step-up/re-authentication";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, endOneSession, type KeptSession } from "@/lib/users/end-access";
import { lockPasskeys } from "@/lib/users/locks";
import { findSessionId } from "./current-user";
import { endSession, type LiveSession } from "./session-store";

type Ended = Promise<Result<{ count: number }, "REAUTHENTICATION_NEEDED">>;

/** As `endAllSessions`, but keeps this session and its trusted device. */
export async function endOtherSessions(session: LiveSession, visitor: Visitor): Ended {
  return await endSessions(session, visitor, "other_sessions_ended", async (transaction) => {
    const here = await transaction.session.findUnique({
      where: { id: session.id },
      select: { browserKeyHash: true },
    });
    return { id: session.id, browserKeyHash: here?.browserKeyHash ?? null };
  });
}

/** Ends all sessions, trusted devices and open codes, spending the re-authentication. Gives how many sessions ended. */
export async function endAllSessions(session: LiveSession, visitor: Visitor): Ended {
  return await endSessions(session, visitor, "all_sessions_ended", async () => undefined);
}

async function endSessions(
  session: LiveSession,
  visitor: Visitor,
  name: "other_sessions_ended" | "all_sessions_ended",
  findKept: (transaction: Transaction) => Promise<KeptSession | undefined>,
): Ended {
  const userId = session.user.id;
  await endExcessAccess(userId);
  return await db().$transaction(async (transaction) => {
    // Waits for a passkey login that is finishing, so its session is ended too.
    await lockPasskeys(transaction, userId);
    if (!(await spendReauthentication(transaction, session.id, "end-sessions"))) return fail("REAUTHENTICATION_NEEDED");
    const count = await endAccess(transaction, session.user, await findKept(transaction));
    await recordOwnEvent(transaction, userId, visitor, { name, details: { count } });
    return ok({ count });
  });
}

/** Thrown, so that the transaction restores the re-authentication. */
class NothingToEnd extends Error {}

/** Ends another session of this user; `otherId` is any text. Spends the re-authentication only if it ends one. */
export async function endOwnSession(
  session: LiveSession,
  otherId: string,
  visitor: Visitor,
): Promise<Result<{ isEnded: boolean }, "REAUTHENTICATION_NEEDED">> {
  // This browser has "Log out". Capitals name the same UUID.
  if (otherId.toLowerCase() === session.id || !z.uuid().safeParse(otherId).success) return ok({ isEnded: false });
  const userId = session.user.id;
  try {
    return await db().$transaction(async (transaction) => {
      // Lock order as endAllSessions: spend first.
      const isReauthenticated = await spendReauthentication(transaction, session.id, "end-sessions");
      if ((await transaction.session.count({ where: { id: otherId, userId } })) === 0) throw new NothingToEnd();
      if (!isReauthenticated) return fail("REAUTHENTICATION_NEEDED");
      if (!(await endOneSession(transaction, userId, otherId))) throw new NothingToEnd();
      await recordOwnEvent(transaction, userId, visitor, { name: "session_ended" });
      return ok({ isEnded: true });
    });
  } catch (error) {
    if (error instanceof NothingToEnd) return ok({ isEnded: false });
    throw error;
  }
}

/** Ends this browser's session: row, then cookie. Throws with neither changed: a fake logout is worse. */
export async function logOut(): Promise<void> {
  const sid = await findSessionId();
  if (sid !== null) await endSession(sid, readVisitor(await headers()));
  await dropSessionCookie();
  // The next user of this browser must not see the codes asked for, or a bag.
  await dropChallengeKeys();
  await dropBagKey();
}

export async function forgetThisBrowser(): Promise<void> {
  await dropSessionCookie();
  await dropTrustedDeviceKey();
  await dropChallengeKeys();
  await dropBagKey();
}

async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", { ...cookieAttributes(), maxAge: 0 });
}
