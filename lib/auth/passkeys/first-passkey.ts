import { passkeyChangeAction } from "@/lib/auth/access/access-rules";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import { hasReauthenticated, stepUpLifeMs } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";

/** What stands between this session and a change to its user's passkeys. */
type Reauthentications = {
  /** What an addition and a removal have to be proven for. */
  addingAction: SensitiveAction;
  removalAction: SensitiveAction;
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isAddingConfirmed: boolean;
  isRemovalConfirmed: boolean;
  /** Switching codes off is proven; where they are off, switching them on. */
  isSwitchConfirmed: boolean;
};

/** Reads it for the page of passkeys. */
export async function readReauthentications(session: LiveSession): Promise<Reauthentications> {
  const addingAction = await passkeyChangeAction(db(), session.user.id, "add-passkey");
  const needsPasskey = addingAction === "administer";
  const removalAction = needsPasskey ? addingAction : "remove-passkey";
  const switchAction = session.user.passkeysOnlyAt === null ? "switch-codes-off" : "switch-codes-on";
  const [isAddingConfirmed, isRemovalConfirmed, isSwitchConfirmed] = await Promise.all([
    isAdditionConfirmed(session.id, addingAction),
    hasReauthenticated(session.id, removalAction),
    hasReauthenticated(session.id, switchAction),
  ]);
  return { addingAction, removalAction, needsPasskey, isAddingConfirmed, isRemovalConfirmed, isSwitchConfirmed };
}

/** Whether this session may add a passkey now: by a fresh proof for `act`, or for the first one by its login. */
export async function isAdditionConfirmed(sessionId: string, act: SensitiveAction): Promise<boolean> {
  return (await hasReauthenticated(sessionId, act)) || (await isFirstPasskeyVerified(sessionId));
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
