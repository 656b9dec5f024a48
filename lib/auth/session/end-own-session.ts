import { z } from "zod";
import { recordOwnEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/re-authentication";
import { endOneSession } from "@/lib/users/end-access";
import type { LiveSession } from "./session-store";

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
): Promise<Result<{ isEnded: boolean }, "PROOF_NEEDED">> {
  // This browser has "Log out" for itself. A UUID in capitals names the same row.
  if (otherId.toLowerCase() === session.id || !z.uuid().safeParse(otherId).success) return ok({ isEnded: false });
  const userId = session.user.id;
  try {
    return await db().$transaction(async (transaction) => {
      // The proof first, as endAllSessions does: two that are pressed at once wait for each other there.
      const isProven = await spendProof(transaction, session.id, "end-sessions");
      if ((await transaction.session.count({ where: { id: otherId, userId } })) === 0) throw new NothingToEnd();
      if (!isProven) return fail("PROOF_NEEDED");
      if (!(await endOneSession(transaction, userId, otherId))) throw new NothingToEnd();
      await recordOwnEvent(transaction, userId, visitor, { name: "session_ended" });
      return ok({ isEnded: true });
    });
  } catch (error) {
    if (error instanceof NothingToEnd) return ok({ isEnded: false });
    throw error;
  }
}
