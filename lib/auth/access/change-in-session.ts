import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import { fail, type Result } from "@/lib/result";
import { hasReauthenticated, spendReauthentication } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { lockPasskeys, lockSession, type SessionOrigin } from "@/lib/users/locks";
import { passkeyChangeAction } from "./access-rules";

/** Thrown to roll the transaction back. */
class Refused<Refusal extends string> extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

type Options = {
  /** Runs with the passkeys locked and the session not yet: what ends codes locks them before sessions. */
  beforeSession?: (transaction: Transaction) => Promise<void>;
  isProvenElse?: (transaction: Transaction) => Promise<boolean>;
};

/** Changes the session's user in one transaction, spending the re-authentication. A refusal rolls back. */
export async function changeInSession<Value, Refusal extends string = never>(
  session: LiveSession,
  act: SensitiveAction,
  change: (transaction: Transaction, origin: SessionOrigin) => Promise<Result<Value, Refusal>>,
  { beforeSession, isProvenElse }: Options = {},
): Promise<Result<Value, Refusal | "REAUTHENTICATION_NEEDED">> {
  const attempt = async (transaction: Transaction): Promise<Result<Value, Refusal | "REAUTHENTICATION_NEEDED">> => {
    await lockPasskeys(transaction, session.user.id);
    await beforeSession?.(transaction);
    const origin = await lockSession(transaction, session.id);
    if (origin === null) return fail("REAUTHENTICATION_NEEDED");
    const actionToConfirm = await passkeyChangeAction(transaction, session.user.id, act);
    const isReauthenticated =
      (await spendReauthentication(transaction, session.id, actionToConfirm)) ||
      (await isProvenElse?.(transaction)) === true;
    if (!isReauthenticated) return fail("REAUTHENTICATION_NEEDED");
    return await change(transaction, origin);
  };
  try {
    return await db().$transaction(async (transaction) => {
      const outcome = await attempt(transaction);
      if (!outcome.ok) throw new Refused(outcome.error);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal);
    throw error;
  }
}

/** REAUTHENTICATION_NEEDED if `changeInSession` would find none to spend for `act`, else null. Changes nothing. */
export async function findMissingReauthentication(
  session: LiveSession,
  act: SensitiveAction,
): Promise<"REAUTHENTICATION_NEEDED" | null> {
  const actionToConfirm = await passkeyChangeAction(db(), session.user.id, act);
  return (await hasReauthenticated(session.id, actionToConfirm)) ? null : "REAUTHENTICATION_NEEDED";
}
