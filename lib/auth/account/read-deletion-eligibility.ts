import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { hasFreshProof } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { isLastAdmin } from "@/lib/users/is-last-admin";

export type DeletionEligibility = {
  isLastAdmin: boolean;
  /** What the deletion has to be proven for. */
  act: SensitiveAct;
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isProven: boolean;
};

/** What decides whether a member may have the account deleted now, for the page before it; asked again by the act itself. */
export async function readDeletionEligibility(session: LiveSession): Promise<DeletionEligibility> {
  const { id } = session.user;
  const [isLast, act] = await Promise.all([isLastAdmin(db(), id), passkeyChangeAct(db(), id, "delete-account")]);
  const isProven = await hasFreshProof(session.id, act);
  return { isLastAdmin: isLast, act, needsPasskey: act === "administer", isProven };
}
