import { z } from "zod";
import { recordOwnEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";

/** A passkey as its owner sees it. */
export type PasskeyView = {
  id: string;
  /** What its owner calls it; null for one that was never named. */
  name: string | null;
  createdAt: Date;
  /** The browser that it was made in, by its User-Agent header; null where none was kept. */
  addedUserAgent: string | null;
  lastUsedAt: Date | null;
  /** The device keeps a copy elsewhere, so that it survives the device. */
  isSynced: boolean;
  /** It opens nothing any more, see `closeIfCloned`. */
  isClosed: boolean;
};

/** The passkeys of a user, the oldest first. */
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

/** Whether a user has a passkey that was not closed (see `closeIfCloned`). */
export async function hasWorkingPasskey(userId: string): Promise<boolean> {
  const passkey = await db().authenticator.findFirst({
    where: { userId, cloneSuspectedAt: null },
    select: { credentialID: true },
  });
  return passkey !== null;
}

/** How long the name of a passkey may be, in characters. */
const longestPasskeyName = 60;

/** What its owner calls a passkey. Shown to nobody else but staff; line breaks and other controls are no part of a name. */
export const passkeyNameSchema = z
  .string()
  .max(4 * longestPasskeyName)
  .transform((typed) => typed.normalize("NFKC").replace(/\p{C}/gu, "").trim())
  .pipe(z.string().min(1).max(longestPasskeyName));

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
