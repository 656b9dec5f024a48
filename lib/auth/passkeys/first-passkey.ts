import { passkeyChangeAction } from "@/lib/auth/access/change-in-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import { hasReauthenticated, stepUpLifeMs } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";

type Reauthentications = {
  addingAction: SensitiveAction;
  removalAction: SensitiveAction;
  /** A mailed code is not enough. */
  needsPasskey: boolean;
  isAddingConfirmed: boolean;
  isRemovalConfirmed: boolean;
  isSwitchConfirmed: boolean;
};

/** For the page of passkeys. */
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

/** Whether the session may add a passkey: re-authenticated for `act`, or by its login for the first one. */
export async function isAdditionConfirmed(sessionId: string, act: SensitiveAction): Promise<boolean> {
  return (await hasReauthenticated(sessionId, act)) || (await isFirstPasskeyVerified(sessionId));
}

/** Whether the login itself allows the first passkey: a shopper without one, logged in by a mailed code under five
 * minutes ago (R33). */
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
