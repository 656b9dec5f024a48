import { cookies, headers } from "next/headers";
import { z } from "zod";
import { recordOwnEvent } from "@/lib/audit/record-event";
import { dropChallengeKeys, dropTrustedDeviceKey } from "@/lib/auth/device/trusted-device";
import { db, type Transaction } from "@/lib/db/client";
import { cookieAttributes, cookieName } from "@/lib/http/cookies";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { fail, ok, type Result } from "@/lib/result";
import { spendReauthentication } from "@/lib/step-up/re-authentication";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, endOneSession, type KeptSession } from "@/lib/users/end-access";
import { lockPasskeys } from "@/lib/users/locks";
import { findSessionId } from "./current-user";
import { endSession, type LiveSession } from "./session-store";

type Ended = Promise<Result<{ count: number }, "REAUTHENTICATION_NEEDED">>;

/**
 * Logs the user out everywhere but here: as `endAllSessions`, but this session stays, and its browser stays known.
 * Needs a fresh proof of this session for it, which is used up in the same transaction. Gives how many sessions ended.
 */
export async function endOtherSessions(session: LiveSession, visitor: Visitor): Ended {
  return await endSessions(session, visitor, "other_sessions_ended", async (transaction) => {
    const here = await transaction.session.findUnique({
      where: { id: session.id },
      select: { browserKeyHash: true },
    });
    return { id: session.id, browserKeyHash: here?.browserKeyHash ?? null };
  });
}

/**
 * Logs the user out everywhere, here too: from the next request on no cookie of the user opens anything, no browser is
 * known, and no code that is on its way works. Needs a fresh proof of this session for this act, which is used up in
 * the same transaction. Gives how many sessions ended.
 */
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
    // A login by passkey that is finishing is waited for, and its session is seen.
    await lockPasskeys(transaction, userId);
    if (!(await spendReauthentication(transaction, session.id, "end-sessions"))) return fail("REAUTHENTICATION_NEEDED");
    const count = await endAccess(transaction, session.user, await findKept(transaction));
    await recordOwnEvent(transaction, userId, visitor, { name, details: { count } });
    return ok({ count });
  });
}

/** Thrown, so that the transaction gives back the proof that nothing needed. */
class NothingToEnd extends Error {}

/**
 * Ends another session of the user of this one, by its row's id, which can be any text (end-access.ts). Needs a
 * fresh proof of this session for it, which is used up in the same transaction; it is kept where there is no such
 * session, which is what a second press finds. Gives whether one ended.
 */
export async function endOwnSession(
  session: LiveSession,
  otherId: string,
  visitor: Visitor,
): Promise<Result<{ isEnded: boolean }, "REAUTHENTICATION_NEEDED">> {
  // This browser has "Log out" for itself. A UUID in capitals names the same row.
  if (otherId.toLowerCase() === session.id || !z.uuid().safeParse(otherId).success) return ok({ isEnded: false });
  const userId = session.user.id;
  try {
    return await db().$transaction(async (transaction) => {
      // The proof first, as endAllSessions does: two that are pressed at once wait for each other there.
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
