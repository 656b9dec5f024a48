import { passkeyChangeAct } from "@/lib/auth/access/access-rules";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import { hasFreshProof, stepUpLifeMs } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";

/** What stands between this session and a change to its user's passkeys. */
type PasskeyProofs = {
  /** What an addition and a removal have to be proven for. */
  addingAct: SensitiveAct;
  removalAct: SensitiveAct;
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isAddingProven: boolean;
  isRemovalProven: boolean;
  /** Switching codes off is proven; where they are off, switching them on. */
  isSwitchProven: boolean;
};

/** Reads it for the page of passkeys. */
export async function readPasskeyProofs(session: LiveSession): Promise<PasskeyProofs> {
  const addingAct = await passkeyChangeAct(db(), session.user.id, "add-passkey");
  const needsPasskey = addingAct === "administer";
  const removalAct = needsPasskey ? addingAct : "remove-passkey";
  const switchAct = session.user.passkeysOnlyAt === null ? "switch-codes-off" : "switch-codes-on";
  const [isAddingProven, isRemovalProven, isSwitchProven] = await Promise.all([
    isAdditionProven(session.id, addingAct),
    hasFreshProof(session.id, removalAct),
    hasFreshProof(session.id, switchAct),
  ]);
  return { addingAct, removalAct, needsPasskey, isAddingProven, isRemovalProven, isSwitchProven };
}

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
