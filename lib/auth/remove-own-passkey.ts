import { db } from "@/lib/db/client";
import { removePasskey } from "@/lib/passkeys/remove-passkey";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/fresh-proof";
import type { LiveSession } from "./session-store";
import type { Visitor } from "./visitor";

/**
 * Removes a passkey of the user of this session. Needs a fresh proof of this session for it, which is used up in the same
 * transaction; it is kept where there is no such passkey, which is what a second press finds.
 */
export async function removeOwnPasskey(
  session: LiveSession,
  passkeyId: string,
  visitor: Visitor,
): Promise<Result<null, "PROOF_NEEDED">> {
  return await db().$transaction(async (transaction) => {
    const owned = { where: { credentialID: passkeyId, userId: session.user.id } };
    if ((await transaction.authenticator.count(owned)) === 0) return ok(null);
    if (!(await spendProof(transaction, session.id, "remove-passkey"))) return fail("PROOF_NEEDED");
    await removePasskey(transaction, session.user, passkeyId, visitor);
    return ok(null);
  });
}
