import { passkeyChangeAction } from "@/lib/auth/access/access-rules";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, refund } from "@/lib/limits/consume";
import { hasReauthenticated, spendReauthentication } from "@/lib/step-up/re-authentication";
import type { ProfileAction, SensitiveAction } from "@/lib/step-up/sensitive-actions";

/** What stands between this session and a change of its user's email or phone. */
export type ProfileReauthentication = {
  /** What has to be proven for it. */
  act: SensitiveAction;
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isReauthenticated: boolean;
};

/** Reads it for the page of the change; asked again by the change itself. */
export async function readProfileReauthentication(
  session: LiveSession,
  change: ProfileAction,
): Promise<ProfileReauthentication> {
  const act = await passkeyChangeAction(db(), session.user.id, change);
  return { act, needsPasskey: act === "administer", isReauthenticated: await hasReauthenticated(session.id, act) };
}

/**
 * Charges what a message costs, and uses up the fresh proof that lets it be sent; false where there is none, and then
 * nothing is charged. In this order, so that a limit which is reached leaves the proof for later. Throws
 * TooManyRequests.
 */
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
