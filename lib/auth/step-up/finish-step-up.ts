import { z } from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { consumeChallenge } from "@/lib/auth/challenge/consume-challenge";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import type { ProofNeeded } from "@/lib/auth/rate-limit/enforce";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { fail, ok, type Result } from "@/lib/result";
import { noteProof } from "@/lib/step-up/re-authentication";
import { codeActs } from "@/lib/step-up/sensitive-actions";
import { lockSession } from "@/lib/users/locks";

const payloadSchema = z.object({ act: z.enum(codeActs) });

/**
 * Turns a right code into a fresh proof: for the one act that it was asked for, in the session that asked. Another
 * session, another user and a challenge of another purpose are all CHALLENGE_ENDED. One transaction consumes the
 * challenge, writes the proof and the audit trail, and gives the session a new token (`sid`). Throws TooManyRequests.
 */
export async function finishStepUp(
  attempt: { challengeId: string; code: string },
  session: LiveSession,
  challengeKey: string | null,
  visitor: Visitor,
): Promise<Result<{ sid: string }, VerifyCodeError> | ProofNeeded> {
  if (challengeKey === null) return fail("CHALLENGE_ENDED");
  const sessionId = session.id;
  const owner = { userId: session.user.id, knownKeyHash: hashKey(sessionId) };
  const proven = await verifyCode(
    { ...attempt, browserKeyHash: hashKey(challengeKey), purposes: ["STEP_UP"], session: owner },
    // A session's own budget has no bot check.
    { visitor, askForProof: async () => null },
  );
  if (!proven.ok) return proven;
  const { id, address, channel } = proven.value;
  // Also an act that takes a passkey alone: no code proves it, whatever stands in the row.
  const payload = payloadSchema.safeParse(proven.value.payload);
  if (!payload.success) return fail("CHALLENGE_ENDED");
  const { act } = payload.data;
  const now = new Date();
  return await db().$transaction(async (transaction) => {
    if (!(await consumeChallenge(transaction, id, now))) return fail("CHALLENGE_FINISHED");
    // Logged out in another tab while the code was compared: the proof would have no session to stand in.
    if ((await lockSession(transaction, sessionId)) === null) return fail("CHALLENGE_ENDED");
    // Codes were switched off while this one was on its way.
    const codesOff = await transaction.user.count({ where: { id: owner.userId, passkeysOnlyAt: { not: null } } });
    if (codesOff > 0) return fail("CHALLENGE_ENDED");
    await noteProof(transaction, sessionId, act, now);
    const sid = await rotateSession(transaction, sessionId, now);
    const who = { actorId: session.user.id, subjectId: session.user.id };
    await recordEvent(transaction, {
      name: "step_up_proven",
      ...who,
      ...traceOf(id, address, visitor),
      details: { act, channel },
    });
    return ok({ sid });
  });
}
