import { recordOwnEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/db/client";

/**
 * Takes a passkey away from this user, in the caller's transaction and with its audit entry; false if the user has no
 * such passkey. From then on it opens nothing; sessions that it opened go on.
 */
export async function removePasskey(
  transaction: Transaction,
  owner: { id: string },
  passkeyId: string,
  visitor: { ip: string | null; userAgent: string | null },
): Promise<boolean> {
  const { count } = await transaction.authenticator.deleteMany({
    where: { credentialID: passkeyId, userId: owner.id },
  });
  if (count === 0) return false;
  await recordOwnEvent(transaction, owner.id, visitor, { name: "passkey_removed" });
  return true;
}
