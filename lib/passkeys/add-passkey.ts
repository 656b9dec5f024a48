import { PrismaAdapter } from "@auth/prisma-adapter";
import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/unique-violation";
import { fail, ok, type Result } from "@/lib/result";
import type { NewPasskey } from "./verify-new-passkey";

/** More devices than anybody logs in from, in a list that its owner can still read (Hanko and Logto stop at 10). */
export const mostPasskeys = 20;

/**
 * Gives a user a passkey, in the caller's transaction and with its audit entry. Throws where the passkey is somebody's
 * already; `isPasskeyTaken` tells.
 */
export async function addPasskey(
  transaction: Transaction,
  owner: { id: string },
  passkey: NewPasskey & { name: string },
  visitor: { ip: string | null; userAgent: string | null },
): Promise<Result<null, "TOO_MANY_PASSKEYS">> {
  const userId = owner.id;
  // Locked, so that two additions at once are counted one after the other.
  await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
  if ((await transaction.authenticator.count({ where: { userId } })) >= mostPasskeys) return fail("TOO_MANY_PASSKEYS");
  const { createAuthenticator } = PrismaAdapter(transaction as Parameters<typeof PrismaAdapter>[0]);
  if (!createAuthenticator) throw new Error("@auth/prisma-adapter has no createAuthenticator");
  // The name is a column of ours, which the adapter passes on.
  const row = { ...passkey, userId, providerAccountId: passkey.credentialID };
  await createAuthenticator(row);
  await recordEvent(transaction, {
    name: "passkey_added",
    actorId: userId,
    subjectId: userId,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
    details: { isSynced: passkey.credentialBackedUp },
  });
  return ok(null);
}

/** Whether an error says that the passkey to add is there already. */
export function isPasskeyTaken(error: unknown): boolean {
  return findViolatedUnique(error, ["credentialID"]) !== null;
}
