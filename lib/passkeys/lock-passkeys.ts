import type { Transaction } from "@/lib/db/client";

/**
 * Holds all passkeys and recovery codes of a user until the transaction ends. A login by one of them is waited for, and
 * one that comes later waits. Ask for it before any lock on sessions: a login has its passkey or its code first, too,
 * and another order could wait for ever.
 */
export async function lockPasskeys(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT 1 FROM "Authenticator" WHERE "userId" = ${userId}::uuid ORDER BY "credentialID" FOR UPDATE`;
  await transaction.$queryRaw`
    SELECT 1 FROM "RecoveryCode" WHERE "userId" = ${userId}::uuid ORDER BY "codeHash" FOR UPDATE`;
}
