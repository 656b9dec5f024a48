import { recordOwnEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/re-authentication";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess } from "@/lib/users/end-access";
import { lockPasskeys } from "@/lib/users/locks";
import type { LiveSession } from "./session-store";

/**
 * Logs the user out everywhere but here: as `endAllSessions`, but this session goes on, and its browser stays known.
 * Needs a fresh proof of this session for it, which is used up in the same transaction. Gives how many sessions ended.
 */
export async function endOtherSessions(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<{ count: number }, "PROOF_NEEDED">> {
  const userId = session.user.id;
  await endExcessAccess(userId);
  return await db().$transaction(async (transaction) => {
    // A login by passkey that is finishing is waited for, and its session is seen.
    await lockPasskeys(transaction, userId);
    if (!(await spendProof(transaction, session.id, "end-sessions"))) return fail("PROOF_NEEDED");
    const here = await transaction.session.findUnique({
      where: { id: session.id },
      select: { browserKeyHash: true },
    });
    const kept = { id: session.id, browserKeyHash: here?.browserKeyHash ?? null };
    const count = await endAccess(transaction, session.user, kept);
    await recordOwnEvent(transaction, userId, visitor, { name: "other_sessions_ended", details: { count } });
    return ok({ count });
  });
}

/**
 * Logs the user out everywhere, here too: from the next request on no cookie of theirs opens anything, no browser is
 * known any more, and no code that is on its way works. Needs a fresh proof of this session for this act, which is used
 * up in the same transaction. Gives how many sessions ended.
 */
export async function endAllSessions(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<{ count: number }, "PROOF_NEEDED">> {
  const userId = session.user.id;
  await endExcessAccess(userId);
  return await db().$transaction(async (transaction) => {
    // A login by passkey that is finishing is waited for, and its session is seen.
    await lockPasskeys(transaction, userId);
    if (!(await spendProof(transaction, session.id, "end-sessions"))) return fail("PROOF_NEEDED");
    const count = await endAccess(transaction, session.user);
    await recordOwnEvent(transaction, userId, visitor, { name: "all_sessions_ended", details: { count } });
    return ok({ count });
  });
}
