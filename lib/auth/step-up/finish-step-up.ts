import { z } from "zod";
import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { consumeChallenge } from "@/lib/auth/challenge/challenge";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import { chargePasskey, type PasskeyRefused, refusePasskey } from "@/lib/auth/passkeys/refuse-passkey";
import { passkeyStepUpCharge, recoveryStepUpCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { recoveryCodeHashes } from "@/lib/auth/recovery-codes/recovery-code";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { passkeyUseSql, recordRefusedPasskey, verifyPasskey } from "@/lib/passkeys/verify-passkey";
import { fail, ok, type Result } from "@/lib/result";
import { noteReauthentication } from "@/lib/step-up/re-authentication";
import { type CodeAction, codeActions, type SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { lockSession } from "@/lib/users/locks";

const payloadSchema = z.object({ act: z.enum(codeActions) });

/** Turns a right code into re-authentication for one action; gives the new token. Throws TooManyRequests. */
export async function finishStepUp(
  attempt: { challengeId: string; code: string },
  session: LiveSession,
  challengeKey: string | null,
  visitor: Visitor,
): Promise<Result<{ sid: string }, VerifyCodeError> | BotCheckNeeded> {
  if (challengeKey === null) return fail("CHALLENGE_ENDED");
  const sessionId = session.id;
  const owner = { userId: session.user.id, knownKeyHash: hashKey(sessionId) };
  const proven = await verifyCode(
    { ...attempt, browserKeyHash: hashKey(challengeKey), purposes: ["STEP_UP"], session: owner },
    // A session's own budget has no bot check.
    { visitor, askForBotCheck: async () => null },
  );
  if (!proven.ok) return proven;
  const { id, address, channel } = proven.value;
  // Some actions take a passkey only.
  const payload = payloadSchema.safeParse(proven.value.payload);
  if (!payload.success) return fail("CHALLENGE_ENDED");
  const { act } = payload.data;
  const now = new Date();
  return await db().$transaction(async (transaction) => {
    if (!(await consumeChallenge(transaction, id, now))) return fail("CHALLENGE_FINISHED");
    // Logged out in another tab meanwhile.
    if ((await lockSession(transaction, sessionId)) === null) return fail("CHALLENGE_ENDED");
    // Codes were switched off meanwhile.
    const codesOff = await transaction.user.count({ where: { id: owner.userId, passkeysOnlyAt: { not: null } } });
    if (codesOff > 0) return fail("CHALLENGE_ENDED");
    await noteReauthentication(transaction, sessionId, act, now);
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

/** Turns a passkey's signature into re-authentication. All refusals look alike. Throws TooManyRequests. */
export async function finishPasskeyStepUp(
  answer: unknown,
  act: SensitiveAction,
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
  // Another user's passkey on the same device.
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
    // Logged out in another tab meanwhile.
    if ((await lockSession(transaction, session.id)) === null) return null;
    await noteReauthentication(transaction, session.id, act, now);
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

/** Turns a recovery code into re-authentication, except for passkey-only actions. Throws TooManyRequests. */
export async function finishRecoveryStepUp(
  { act, code }: { act: CodeAction; code: string },
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<{ sid: string }, "RECOVERY_REFUSED">> {
  const { id: userId, email } = session.user;
  await chargeOrRefuse(recoveryStepUpCharges(session.id), email, visitor);
  const codeHashes = recoveryCodeHashes(code);
  const now = new Date();
  const who = { actorId: userId, subjectId: userId, ...traceOf(null, email, visitor) };
  return await db().$transaction(async (transaction) => {
    const [mine] = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM "RecoveryCode"
      WHERE "codeHash" = ANY(${codeHashes}::text[]) AND "userId" = ${userId}::uuid AND "usedAt" IS NULL FOR UPDATE`;
    // A session that ended meanwhile keeps the code.
    const origin = mine === undefined ? null : await lockSession(transaction, session.id);
    if (origin === null) {
      await recordEvent(transaction, { name: "recovery_code_rejected", ...who, details: { act } });
      return fail("RECOVERY_REFUSED");
    }
    await transaction.recoveryCode.updateMany({
      where: { codeHash: { in: codeHashes } },
      data: { usedAt: now, usedInBrowser: origin.browserKeyHash, usedInBrowserId: origin.browserId },
    });
    await noteReauthentication(transaction, session.id, act, now);
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
