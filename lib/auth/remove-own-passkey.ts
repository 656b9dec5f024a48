import { db } from "@/lib/db/client";
import { lockPasskeys } from "@/lib/passkeys/lock-passkeys";
import { removePasskey } from "@/lib/passkeys/remove-passkey";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/fresh-proof";
import type { PasskeyChange } from "./alert-passkey-change";
import { lockSession } from "./lock-session";
import { passkeyChangeAct } from "./passkey-change-act";
import { reportTokenOf } from "./profile-change";
import type { LiveSession } from "./session-store";
import type { Visitor } from "./visitor";

/**
 * Removes a passkey of the user of this session. Needs a fresh proof of this session for it, which is used up in the
 * same transaction; it is kept where there is no such passkey, which is what a second press finds. Gives what the mail
 * to the owner has to say: its link reports the browser that did it. Null where nothing was removed.
 */
export async function removeOwnPasskey(
  session: LiveSession,
  passkeyId: string,
  visitor: Visitor,
): Promise<Result<PasskeyChange | null, "PROOF_NEEDED">> {
  return await db().$transaction(async (transaction) => {
    await lockPasskeys(transaction, session.user.id);
    const place = await lockSession(transaction, session.id);
    if (place === null) return fail("PROOF_NEEDED");
    const owned = { where: { credentialID: passkeyId, userId: session.user.id } };
    if ((await transaction.authenticator.count(owned)) === 0) return ok(null);
    const act = await passkeyChangeAct(transaction, session.user.id, "remove-passkey");
    if (!(await spendProof(transaction, session.id, act))) return fail("PROOF_NEEDED");
    await removePasskey(transaction, session.user, passkeyId, visitor);
    return ok({ act: "removed", reportToken: reportTokenOf(session.id, place) });
  });
}
