import { passkeyChangeAction } from "@/lib/auth/access/access-rules";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, refund } from "@/lib/limits/consume";
import { hasReauthenticated, spendReauthentication } from "@/lib/step-up/re-authentication";
import type { ProfileAction, SensitiveAction } from "@/lib/step-up/sensitive-actions";

export type ProfileReauthentication = {
  act: SensitiveAction;
  /** A mailed code is not enough. */
  needsPasskey: boolean;
  isReauthenticated: boolean;
};

/** For the page; the change checks again. */
export async function readProfileReauthentication(
  session: LiveSession,
  change: ProfileAction,
): Promise<ProfileReauthentication> {
  const act = await passkeyChangeAction(db(), session.user.id, change);
  return { act, needsPasskey: act === "administer", isReauthenticated: await hasReauthenticated(session.id, act) };
}

/** Charges a message, then spends the re-authentication: a reached limit leaves it. False without one, and nothing
 * is charged. Throws TooManyRequests. */
export async function spendProfileReauthentication(
  session: LiveSession,
  act: SensitiveAction,
  charges: Charge[],
  { address, visitor }: { address: string; visitor: Visitor },
): Promise<boolean> {
  await chargeOrRefuse(charges, address, visitor);
  const isSpent = await db().$transaction((transaction) => spendReauthentication(transaction, session.id, act));
  if (!isSpent) await refund(charges);
  return isSpent;
}
