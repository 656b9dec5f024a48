import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { hasFreshProof } from "@/lib/step-up/re-authentication";
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
