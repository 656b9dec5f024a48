import { passkeyChangeAct } from "@/lib/auth/access/access-rules";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, refund } from "@/lib/limits/consume";
import { hasFreshProof, spendProof } from "@/lib/step-up/re-authentication";
import type { ProfileAct, SensitiveAct } from "@/lib/step-up/sensitive-actions";

/** What stands between this session and a change of its user's email or phone. */
export type ProfileProof = {
  /** What has to be proven for it. */
  act: SensitiveAct;
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isProven: boolean;
};

/** Reads it for the page of the change; asked again by the change itself. */
export async function readProfileProof(session: LiveSession, change: ProfileAct): Promise<ProfileProof> {
  const act = await passkeyChangeAct(db(), session.user.id, change);
  return { act, needsPasskey: act === "administer", isProven: await hasFreshProof(session.id, act) };
}

/**
 * Charges what a message costs, and uses up the fresh proof that lets it be sent; false where there is none, and then
 * nothing is charged. In this order, so that a limit which is reached leaves the proof for later. Throws
 * TooManyRequests.
 */
export async function spendProfileProof(
  session: LiveSession,
  act: SensitiveAct,
  charges: Charge[],
  { address, visitor }: { address: string; visitor: Visitor },
): Promise<boolean> {
  await chargeOrRefuse(charges, address, visitor);
  const isSpent = await db().$transaction((transaction) => spendProof(transaction, session.id, act));
  if (!isSpent) await refund(charges);
  return isSpent;
}
