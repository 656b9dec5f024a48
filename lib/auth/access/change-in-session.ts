import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import { fail, type Result } from "@/lib/result";
import { hasReauthenticated, spendReauthentication } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { lockPasskeys, lockSession, type SessionOrigin } from "@/lib/users/locks";
import { canReadDashboard } from "@/lib/users/roles";

class Refused<Refusal extends string> extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

type Options = {
  /** Runs with the passkeys locked and the session not yet: what ends codes locks them before sessions. */
  beforeSession?: (transaction: Transaction) => Promise<void>;
  isConfirmedElse?: (transaction: Transaction) => Promise<boolean>;
};

/** Changes the session's user in one transaction, spending the re-authentication. A refusal rolls back. */
export async function changeInSession<Value, Refusal extends string = never>(
  session: LiveSession,
  act: SensitiveAction,
  change: (transaction: Transaction, origin: SessionOrigin) => Promise<Result<Value, Refusal>>,
  { beforeSession, isConfirmedElse }: Options = {},
): Promise<Result<Value, Refusal | "REAUTHENTICATION_NEEDED">> {
  const attempt = async (transaction: Transaction): Promise<Result<Value, Refusal | "REAUTHENTICATION_NEEDED">> => {
    await lockPasskeys(transaction, session.user.id);
    await beforeSession?.(transaction);
    const origin = await lockSession(transaction, session.id);
    if (origin === null) return fail("REAUTHENTICATION_NEEDED");
    const actionToConfirm = await passkeyChangeAction(transaction, session.user.id, act);
    const isReauthenticated =
      (await spendReauthentication(transaction, session.id, actionToConfirm)) ||
      (await isConfirmedElse?.(transaction)) === true;
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

export type Reauthentication = {
  act: SensitiveAction;
  /** A mailed code is not enough. */
  needsPasskey: boolean;
  isReauthenticated: boolean;
};

/** What confirms a change, and whether the session has it already. Changes nothing; the change checks again. */
export async function readReauthentication(session: LiveSession, change: SensitiveAction): Promise<Reauthentication> {
  const act = await passkeyChangeAction(db(), session.user.id, change);
  return { act, needsPasskey: act === "administer", isReauthenticated: await hasReauthenticated(session.id, act) };
}

/** REAUTHENTICATION_NEEDED if `changeInSession` would find none to spend for `change`, else null. */
export async function findMissingReauthentication(
  session: LiveSession,
  change: SensitiveAction,
): Promise<"REAUTHENTICATION_NEEDED" | null> {
  return (await readReauthentication(session, change)).isReauthenticated ? null : "REAUTHENTICATION_NEEDED";
}

const passkeyChanges: readonly SensitiveAction[] = [
  "add-passkey",
  "remove-passkey",
  "make-recovery-codes",
  "delete-account",
  "change-email",
  "change-phone",
];

/** What confirms a change that could move the account: staff who ever had a passkey need one (R22). */
export async function passkeyChangeAction(
  database: Pick<Transaction, "user">,
  userId: string,
  act: SensitiveAction,
): Promise<SensitiveAction> {
  if (!passkeyChanges.includes(act)) return act;
  const user = await database.user.findUnique({
    where: { id: userId },
    select: { role: true, firstPasskeyAt: true },
  });
  return user && canReadDashboard(user.role) && user.firstPasskeyAt !== null ? "administer" : act;
}
