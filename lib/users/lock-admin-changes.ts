import type { Transaction } from "@/lib/db/client";

/**
 * Waits for whatever else holds the lock of the migration 20261123000011_last_admin, and holds it until the transaction
 * ends: all changes by admins, and what takes a user away or brings one back. They then need no common order for the
 * rows that they lock, and who is an admin does not change meanwhile. Ask for it before any row.
 */
export async function lockAdminChanges(transaction: Pick<Transaction, "$executeRaw">): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('myshop admins'))`;
}
