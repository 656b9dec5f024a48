import { PrismaAdapter } from "@auth/prisma-adapter";
import { recordOwnEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/unique-violation";
import { fail, ok, type Result } from "@/lib/result";
import type { NewPasskey } from "./verify-new-passkey";

/** More devices than anybody logs in from, in a list that its owner can still read (Hanko and Logto stop at 10). */
export const mostPasskeys = 20;

/** Where a passkey is added, as its row keeps it, so that a report of that place finds it and its owner knows it again. */
type AddingPlace = {
  addedInSession: string;
  addedInBrowser: string | null;
  addedAfterLogin: string | null;
  addedUserAgent: string | null;
};

/**
 * Gives a user a passkey, in the caller's transaction and with its audit entry. Throws where the passkey is somebody's
 * already; `isPasskeyTaken` tells. Gives what its mail names it by.
 */
export async function addPasskey(
  transaction: Transaction,
  owner: { id: string },
  passkey: NewPasskey & AddingPlace & { name: string },
  visitor: { ip: string | null; userAgent: string | null },
): Promise<Result<{ reportId: string }, "TOO_MANY_PASSKEYS">> {
  const userId = owner.id;
  // Locked, so that two additions at once are counted one after the other.
  await transaction.$executeRaw`
    UPDATE "User" SET "firstPasskeyAt" = COALESCE("firstPasskeyAt", now()) WHERE "id" = ${userId}::uuid`;
  if (await hasMostPasskeys(transaction, userId)) return fail("TOO_MANY_PASSKEYS");
  const { createAuthenticator } = PrismaAdapter(transaction as Parameters<typeof PrismaAdapter>[0]);
  if (!createAuthenticator) throw new Error("@auth/prisma-adapter has no createAuthenticator");
  // The name and the place are columns of ours, which the adapter passes on.
  const row = { ...passkey, userId, providerAccountId: passkey.credentialID };
  await createAuthenticator(row);
  const credentialID = passkey.credentialID;
  const added = await transaction.authenticator.findUniqueOrThrow({
    where: { credentialID },
    select: { reportId: true },
  });
  await recordOwnEvent(transaction, userId, visitor, {
    name: "passkey_added",
    details: { isSynced: passkey.credentialBackedUp },
  });
  return ok(added);
}

/** Whether a user has as many passkeys as there may be. */
export async function hasMostPasskeys(database: Pick<Transaction, "authenticator">, userId: string): Promise<boolean> {
  return (await database.authenticator.count({ where: { userId } })) >= mostPasskeys;
}

/** Whether an error says that the passkey to add is there already. */
export function isPasskeyTaken(error: unknown): boolean {
  return findViolatedUnique(error, ["credentialID"]) !== null;
}
