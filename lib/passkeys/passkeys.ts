import { z } from "zod";
import { recordOwnEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";

export type PasskeyView = {
  id: string;
  name: string | null;
  createdAt: Date;
  addedUserAgent: string | null;
  lastUsedAt: Date | null;
  /** A copy survives the device. */
  isSynced: boolean;
  /** See `closeIfCloned`. */
  isClosed: boolean;
};

export async function listPasskeys(userId: string): Promise<PasskeyView[]> {
  const rows = await db().authenticator.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { credentialID: "asc" }],
    select: {
      credentialID: true,
      name: true,
      createdAt: true,
      addedUserAgent: true,
      lastUsedAt: true,
      credentialBackedUp: true,
      cloneSuspectedAt: true,
    },
  });
  return rows.map((row) => ({
    id: row.credentialID,
    name: row.name,
    createdAt: row.createdAt,
    addedUserAgent: row.addedUserAgent,
    lastUsedAt: row.lastUsedAt,
    isSynced: row.credentialBackedUp,
    isClosed: row.cloneSuspectedAt !== null,
  }));
}

/** Closed ones do not count. */
export async function hasWorkingPasskey(userId: string): Promise<boolean> {
  const passkey = await db().authenticator.findFirst({
    where: { userId, cloneSuspectedAt: null },
    select: { credentialID: true },
  });
  return passkey !== null;
}

const longestPasskeyName = 60;

/** Seen by owner and staff only. */
export const passkeyNameSchema = z
  .string()
  .max(4 * longestPasskeyName)
  .transform((typed) => typed.normalize("NFKC").replace(/\p{C}/gu, "").trim())
  .pipe(z.string().min(1).max(longestPasskeyName));

/** `name` is validated. False if the user has no such passkey. */
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

/** Removes a passkey with its audit entry; false if none. Its sessions stay signed in. */
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
