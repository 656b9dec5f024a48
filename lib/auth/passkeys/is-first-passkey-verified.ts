import { db, type Transaction } from "@/lib/db/client";
import { hasFreshProof, stepUpLifeMs } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";

/** Whether this session may add a passkey now: by a fresh proof for `act`, or for the first one by its login. */
export async function isAdditionProven(sessionId: string, act: SensitiveAct): Promise<boolean> {
  return (await hasFreshProof(sessionId, act)) || (await isFirstPasskeyVerified(sessionId));
}

/**
 * Whether the login of this session proves the addition of a passkey: a shopper who has never had one, and who typed
 * the code from the mail less than five minutes ago, is not sent a second one (R33). Once, as the first passkey is the
 * first once only. A code by phone, a recovery code and a login of staff prove nothing further.
 */
export async function isFirstPasskeyVerified(
  sessionId: string,
  database: Pick<Transaction, "session"> = db(),
  now = new Date(),
): Promise<boolean> {
  const session = await database.session.findFirst({
    where: {
      id: sessionId,
      method: "EMAIL_CODE",
      challengeId: { not: null },
      createdAt: { gt: new Date(now.getTime() - stepUpLifeMs) },
      user: { role: "CUSTOMER", firstPasskeyAt: null, authenticators: { none: {} } },
    },
    select: { id: true },
  });
  return session !== null;
}
