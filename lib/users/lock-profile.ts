import type { Transaction } from "@/lib/db/client";

/**
 * Lets one change of a user's email happen at a time, until the transaction ends: by the user, by an admin, or undone
 * by the mailed link. A lock of its own and not the user's row, which a login locks after its challenge
 * (end-access.ts). Ask for it after the passkeys (lock-passkeys.ts) and before anything else.
 */
export async function lockProfile(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('myshop profile'), hashtext(${userId}))`;
}
