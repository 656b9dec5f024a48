import { recordEvent } from "@/lib/audit/record-event";
import { chargePasskey, type PasskeyRefused, refusePasskey } from "@/lib/auth/passkeys/refuse-passkey";
import { passkeyStepUpCharge } from "@/lib/auth/rate-limit/charges";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { passkeyUseSql } from "@/lib/passkeys/passkey-use";
import { recordRefusedPasskey } from "@/lib/passkeys/record-refused-passkey";
import { verifyPasskey } from "@/lib/passkeys/verify-passkey";
import { fail, ok } from "@/lib/result";
import { noteProof } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { lockSession } from "@/lib/users/locks";

/**
 * Turns a passkey's signature into a fresh proof: for the one act that it was asked for, in the session that asked, by a
 * passkey of that session's user. One transaction notes the passkey's use, writes the proof and the audit trail, lets a
 * session of staff see the dashboard (dashboard-access.ts), and gives the session a new token (`sid`). `answer` is what the
 * browser sent, unread. Every refusal is the same word. A good signature is charged to the account. Throws
 * TooManyRequests.
 */
export async function finishPasskeyStepUp(
  answer: unknown,
  act: SensitiveAct,
  session: LiveSession,
  challengeKey: string | null,
  visitor: Visitor,
): Promise<{ ok: true; value: { sid: string } } | PasskeyRefused> {
  if (challengeKey === null) return fail("PASSKEY_REFUSED");
  const asker = { purpose: "STEP_UP", browserKeyHash: hashKey(challengeKey), sessionId: session.id, act } as const;
  const verified = await verifyPasskey(answer, asker, visitor);
  if (!verified.ok) return verified;

  const passkey = verified.value;
  const { ip, userAgent } = visitor;
  // Somebody else's passkey on the same device: it proves nothing about this session's owner.
  if (passkey.userId !== session.user.id) {
    const details = { reason: "another user's passkey", purpose: "STEP_UP" };
    await recordRefusedPasskey({ name: "passkey_rejected", subjectId: session.user.id, ip, userAgent, details });
    return fail("PASSKEY_REFUSED");
  }
  const copied = await chargePasskey([passkeyStepUpCharge(passkey.userId, act)], passkey, session.user.email, visitor);
  if (copied !== null) return copied;
  const now = new Date();
  const sid = await db().$transaction(async (transaction) => {
    if ((await transaction.$executeRaw(passkeyUseSql(passkey, now))) === 0) return null;
    // Logged out in another tab meanwhile: the passkey was used, and proves nothing.
    if ((await lockSession(transaction, session.id)) === null) return null;
    await noteProof(transaction, session.id, act, now);
    await transaction.session.updateMany({ where: { id: session.id }, data: { passkeyConfirmedAt: now } });
    const who = { actorId: session.user.id, subjectId: session.user.id };
    await recordEvent(transaction, {
      name: "step_up_proven",
      ...who,
      ip,
      userAgent,
      details: { act, method: "PASSKEY" },
    });
    return await rotateSession(transaction, session.id, now);
  });
  return sid !== null ? ok({ sid }) : await refusePasskey(passkey, visitor);
}
