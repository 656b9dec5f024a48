import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { hasFreshProof } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { isAdditionProven } from "./is-first-passkey-verified";

/** What stands between this session and a change to its user's passkeys. */
export type PasskeyProofs = {
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
