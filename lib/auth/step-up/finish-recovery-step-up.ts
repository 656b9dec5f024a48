import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { recoveryStepUpCharges } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { hashRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { noteProof } from "@/lib/step-up/re-authentication";
import type { CodeAct } from "@/lib/step-up/sensitive-actions";
import { lockSession } from "@/lib/users/locks";

/**
 * Turns a recovery code of a session's user into a fresh proof for one act, for whoever can read no mail and has no
 * passkey. One transaction uses the code up and writes the proof and the audit trail. What takes a passkey alone
 * (`administer`) cannot be asked for. `code` is in the form that readRecoveryCode gives. The owner is told by
 * mail, whose link reports the browser that did it. Gives the session's new token (`sid`). Throws TooManyRequests.
 */
export async function finishRecoveryStepUp(
  { act, code }: { act: CodeAct; code: string },
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<{ sid: string }, "RECOVERY_REFUSED">> {
  const { id: userId, email } = session.user;
  await chargeOrRefuse(recoveryStepUpCharges(session.id), email, visitor);
  const codeHash = hashRecoveryCode(code);
  const now = new Date();
  const who = { actorId: userId, subjectId: userId, ...traceOf(null, email, visitor) };
  return await db().$transaction(async (transaction) => {
    const [mine] = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "RecoveryCode"
      WHERE "codeHash" = ${codeHash} AND "userId" = ${userId}::uuid AND "usedAt" IS NULL FOR UPDATE`;
    // A session that ended meanwhile keeps its user's code.
    const origin = mine === undefined ? null : await lockSession(transaction, session.id);
    if (origin === null) {
      await recordEvent(transaction, { name: "recovery_code_rejected", ...who, details: { act } });
      return fail("RECOVERY_REFUSED");
    }
    await transaction.recoveryCode.update({
      where: { codeHash },
      data: { usedAt: now, usedInBrowser: origin.browserKeyHash, usedInBrowserId: origin.browserId },
      select: { codeHash: true },
    });
    await noteProof(transaction, session.id, act, now);
    const sid = await rotateSession(transaction, session.id, now);
    await recordEvent(transaction, { name: "step_up_proven", ...who, details: { act, method: "RECOVERY_CODE" } });
    await enqueueMails(transaction, {
      kind: "recovery-codes",
      facts: { act: "used to confirm", report: origin.report },
      change: `used:${userId}:${now.getTime()}`,
      to: session.user,
      visitor,
    });
    return ok({ sid });
  });
}
