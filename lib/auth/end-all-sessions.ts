import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import type { LiveSession } from "./session-store";
import { stepUpLifeMs } from "./step-up";
import type { Visitor } from "./visitor";

/**
 * Logs the user out everywhere, here too: from the next request on no cookie of theirs opens anything, and no browser is
 * known any more. Needs a fresh proof of this session for this act, which is asked for in the same transaction and used
 * up with it. Gives how many sessions ended.
 */
export async function endAllSessions(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<{ count: number }, "PROOF_NEEDED">> {
  const userId = session.user.id;
  return await db().$transaction(async (transaction) => {
    const { count: proofs } = await transaction.stepUp.deleteMany({
      where: {
        sessionId: session.id,
        act: "end-all-sessions",
        provenAt: { gt: new Date(Date.now() - stepUpLifeMs) },
      },
    });
    if (proofs === 0) return fail("PROOF_NEEDED");
    const { count } = await transaction.session.deleteMany({ where: { userId } });
    await transaction.knownBrowser.deleteMany({ where: { userId } });
    await recordEvent(transaction, {
      name: "all_sessions_ended",
      actorId: userId,
      subjectId: userId,
      ip: visitor.ip,
      userAgent: visitor.userAgent,
      details: { count },
    });
    return ok({ count });
  });
}
