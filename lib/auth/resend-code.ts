import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import { findLoginUser } from "@/lib/users/find-login-user";
import { isChallengeId, resendAt } from "./challenge";
import { traceOf } from "./challenge-trace";
import { deliverCode } from "./deliver-code";
import { hashKey } from "./secret-key";
import type { Visitor } from "./visitor";

export type ResendError = "CHALLENGE_ENDED" | "RESEND_TOO_EARLY" | "RESENDS_SPENT";

/**
 * Sends the code of a pending challenge again: the same code, since a late first mail must still work, and with the
 * attempts counted so far. The wait is enforced here, whatever the page's countdown shows; of two resends at the same
 * moment one wins, because the update asks for the number of sends that was read. `resendInSeconds` is the next wait,
 * null when this was the last message.
 */
export async function resendCode(
  challengeId: string,
  browserKey: string | null,
  visitor: Visitor,
): Promise<Result<{ deliver: () => Promise<void>; resendInSeconds: number | null }, ResendError>> {
  if (browserKey === null || !isChallengeId(challengeId)) return fail("CHALLENGE_ENDED");
  const now = new Date();
  const pending = {
    id: challengeId,
    browserKeyHash: hashKey(browserKey),
    provenAt: null,
    consumedAt: null,
    expiresAt: { gt: now },
  };
  const row = await db().challenge.findUnique({ where: pending });
  if (row === null) return fail("CHALLENGE_ENDED");
  const allowedAt = resendAt(row);
  if (allowedAt === null) return fail("RESENDS_SPENT");
  if (allowedAt > now) return fail("RESEND_TOO_EARLY");

  const isCounted = await db().$transaction(async (transaction) => {
    const { count } = await transaction.challenge.updateMany({
      where: { ...pending, sends: row.sends },
      data: { sends: { increment: 1 }, lastSentAt: now },
    });
    if (count === 0) return false;
    await recordEvent(transaction, {
      name: "code_resent",
      ...traceOf(challengeId, row.address, visitor),
    });
    return true;
  });
  if (!isCounted) return fail("RESEND_TOO_EARLY");

  const mayReceiveCode = row.purpose === "REGISTER" || (await findLoginUser(row.address)) !== null;
  const delivery = {
    challengeId,
    email: row.address,
    mayReceiveCode,
    isFirst: false,
    expiresAt: row.expiresAt,
    visitor,
  };
  const nextAt = resendAt({ sends: row.sends + 1, lastSentAt: now, expiresAt: row.expiresAt });
  const resendInSeconds = nextAt && Math.ceil((nextAt.getTime() - now.getTime()) / 1_000);
  return ok({ deliver: () => deliverCode(delivery), resendInSeconds });
}
