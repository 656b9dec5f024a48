import { db } from "@/lib/db/client";
import { hasFreshProof } from "@/lib/step-up/fresh-proof";
import { passkeyChangeAct } from "./passkey-change-act";
import type { LiveSession } from "./session-store";

/** What stands between this session and a change to its user's passkeys. */
export type PasskeyProofs = {
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isAddingProven: boolean;
  isRemovalProven: boolean;
};

/** Reads it for the page of passkeys. */
export async function readPasskeyProofs(session: LiveSession): Promise<PasskeyProofs> {
  const adding = await passkeyChangeAct(db(), session.user.id, "add-passkey");
  const needsPasskey = adding === "administer";
  const removal = needsPasskey ? adding : "remove-passkey";
  const [isAddingProven, isRemovalProven] = await Promise.all([
    hasFreshProof(session.id, adding),
    hasFreshProof(session.id, removal),
  ]);
  return { needsPasskey, isAddingProven, isRemovalProven };
}
