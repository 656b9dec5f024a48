import { recordOwnEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";

/** Gives a passkey of this user another name; false if the user has no such passkey. The name is checked already. */
export async function renamePasskey(
  owner: { id: string },
  passkey: { id: string; name: string },
  visitor: { ip: string | null; userAgent: string | null },
): Promise<boolean> {
  return await db().$transaction(async (transaction) => {
    const { count } = await transaction.authenticator.updateMany({
      where: { credentialID: passkey.id, userId: owner.id },
      data: { name: passkey.name },
    });
    if (count === 0) return false;
    await recordOwnEvent(transaction, owner.id, visitor, { name: "passkey_renamed" });
    return true;
  });
}
