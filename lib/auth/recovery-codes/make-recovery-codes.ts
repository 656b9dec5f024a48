import { recordOwnEvent } from "@/lib/audit/record-event";
import { changeInSession, findMissingProof } from "@/lib/auth/access/change-in-session";
import { actCharge } from "@/lib/auth/rate-limit/charges";
import { chargeAct } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { ok, type Result } from "@/lib/result";
import { hashRecoveryCode, newRecoveryCode, recoveryCodeCount } from "./recovery-code";

const act = "make-recovery-codes";

/** The codes as they are shown, this once. */
export type MadeRecoveryCodes = { codes: string[]; madeAt: Date };

/**
 * Makes ten recovery codes for the user of this session; the ones before are void from then on. Needs a fresh proof of
 * this session for it, which is used up in the same transaction, so two presses at once make one set. Only hashes are
 * kept. The owner is told by mail, whose link reports the browser that made them. Throws TooManyRequests.
 */
export async function makeRecoveryCodes(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<MadeRecoveryCodes, "PROOF_NEEDED">> {
  const { id, email: address } = session.user;
  const findRefusal = () => findMissingProof(session, act);
  return await chargeAct(actCharge(id), { address, visitor }, findRefusal, () => makeCodes(session, visitor));
}

async function makeCodes(session: LiveSession, visitor: Visitor): Promise<Result<MadeRecoveryCodes, "PROOF_NEEDED">> {
  const userId = session.user.id;
  return await changeInSession(session, act, async (transaction, origin) => {
    const { count: voided } = await transaction.recoveryCode.deleteMany({ where: { userId } });
    const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
    const madeAt = new Date();
    const row = {
      userId,
      createdAt: madeAt,
      addedInSession: hashKey(session.id),
      addedInBrowser: origin.browserKeyHash,
      addedAfterLogin: origin.challengeId,
      addedInBrowserId: origin.browserId,
    };
    await transaction.recoveryCode.createMany({
      data: codes.map((code) => ({ ...row, codeHash: hashRecoveryCode(code) })),
    });
    await recordOwnEvent(transaction, userId, visitor, {
      name: "recovery_codes_made",
      details: { isRenewal: voided > 0 },
    });
    await enqueueMails(transaction, {
      kind: "recovery-codes",
      facts: { act: "made", report: origin.report },
      group: "made",
      change: `${userId}:${madeAt.getTime()}`,
      to: session.user,
      visitor,
    });
    return ok({ codes, madeAt });
  });
}
