import type { Transaction } from "@/lib/db/client";
import { endAccess } from "./end-access";

/**
 * Removes all passkeys of a user in the caller's transaction, ends every way into the account that is open, and lets the
 * next passkey be added with a code from the mail, an admin's too. Gives how many there were.
 */
export async function removeAllPasskeys(
  transaction: Transaction,
  user: { id: string; email: string },
): Promise<number> {
  // A login by one of them that is finishing is waited for, and its session is seen: as lib/users/locks.ts,
  // which this layer may not import.
  await transaction.$queryRaw`
    SELECT 1 FROM "Authenticator" WHERE "userId" = ${user.id}::uuid ORDER BY "credentialID" FOR UPDATE`;
  await endAccess(transaction, user);
  const { count } = await transaction.authenticator.deleteMany({ where: { userId: user.id } });
  await transaction.user.update({ where: { id: user.id }, data: { firstPasskeyAt: null }, select: { id: true } });
  return count;
}
