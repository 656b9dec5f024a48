import { recordOwnEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/re-authentication";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, type KeptSession } from "@/lib/users/end-access";
import { lockPasskeys } from "@/lib/users/locks";
import type { LiveSession } from "./session-store";

type Ended = Promise<Result<{ count: number }, "PROOF_NEEDED">>;

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
    if (!(await spendProof(transaction, session.id, "end-sessions"))) return fail("PROOF_NEEDED");
    const count = await endAccess(transaction, session.user, await findKept(transaction));
    await recordOwnEvent(transaction, userId, visitor, { name, details: { count } });
    return ok({ count });
  });
}
