import { recordOwnEvent } from "@/lib/audit/record-event";
import { consumeChallenge } from "@/lib/auth/challenge/consume-challenge";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import type { Browser } from "@/lib/auth/login/complete-login";
import type { ProofNeeded } from "@/lib/auth/rate-limit/enforce";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/unique-violation";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { lockSession } from "@/lib/users/locks";

/** Thrown, so that the transaction takes back that the challenge was consumed. */
class SessionEnded extends Error {}

/**
 * Gives an account the number that the code was sent to, verified, in the session that asked. One transaction with the
 * challenge, the audit trail and the session's new token (`sid`). PHONE_TAKEN where another account has verified the number: only whoever reads its
 * messages gets to hear that, and the other account keeps it, because a number changes hands without its owner.
 * Throws TooManyRequests.
 */
export async function finishPhoneChange(
  attempt: { challengeId: string; code: string },
  session: LiveSession,
  { challengeKey, askForProof }: Pick<Browser, "challengeKey" | "askForProof">,
  visitor: Visitor,
): Promise<Result<{ sid: string }, VerifyCodeError | "PHONE_TAKEN"> | ProofNeeded> {
  if (challengeKey === null) return fail("CHALLENGE_ENDED");
  const owner = { userId: session.user.id, knownKeyHash: hashKey(session.id) };
  const proven = await verifyCode(
    { ...attempt, browserKeyHash: hashKey(challengeKey), purposes: ["VERIFY_PHONE"], session: owner },
    { visitor, askForProof },
  );
  if (!proven.ok) return proven;
  const { id, address: phone } = proven.value;
  const at = new Date();
  try {
    return await db().$transaction(async (transaction) => {
      if (!(await consumeChallenge(transaction, id, at))) return fail("CHALLENGE_FINISHED");
      if ((await lockSession(transaction, session.id)) === null) throw new SessionEnded();
      await transaction.user.update({
        where: { id: session.user.id },
        data: { phone, phoneVerified: at },
        select: { id: true },
      });
      const details = { isVerified: true };
      await recordOwnEvent(transaction, session.user.id, visitor, { name: "phone_changed", details });
      const act = phone === session.user.phone ? "phoneVerified" : "phone";
      await enqueueMails(transaction, {
        kind: "profile",
        facts: { act, report: { kind: "challenge", id } },
        change: `phone:${id}`,
        to: session.user,
        visitor,
      });
      return ok({ sid: await rotateSession(transaction, session.id, at) });
    });
  } catch (error) {
    if (error instanceof SessionEnded) return fail("CHALLENGE_ENDED");
    if (findViolatedUnique(error, ["phone"]) !== null) return fail("PHONE_TAKEN");
    throw error;
  }
}
