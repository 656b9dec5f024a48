import type { Transaction } from "@/lib/db/client";
import { endAccess } from "./end-access";

/**
 * Deletes a user with all that hangs on them, in the caller's transaction: nothing of the person is left in any table
 * but the audit trail, which has their id and masked addresses, the mail that tells them of it, which keeps their address
 * and username until it is sent and the masked address for `keptDays.outboxMail` days, and requests for login codes to an
 * email that they had before, which name nobody and go after `keptDays.challenge` days. Gives how many sessions ended. Hold their passkeys
 * first (lib/users/locks.ts), so that a login which is finishing is waited for.
 */
export async function deleteUserRows(transaction: Transaction, user: { id: string; email: string }): Promise<number> {
  const sessions = await endAccess(transaction, user);
  const changes = await transaction.emailChange.findMany({ where: { userId: user.id }, select: { oldEmail: true } });
  const addresses = [user.email, ...changes.map(({ oldEmail }) => oldEmail)];
  // By the user as well: a request to verify a phone has the phone for its address.
  await transaction.challenge.deleteMany({ where: { OR: [{ address: { in: addresses } }, { userId: user.id }] } });
  // Sessions, passkeys, known browsers and what hangs on them go by ON DELETE CASCADE.
  await transaction.user.delete({ where: { id: user.id }, select: { id: true } });
  // Last, as a mail that is noted takes its own row after those that wait for it (lib/auth/outbox/send-outbox.ts).
  await transaction.outboxMail.deleteMany({ where: { userId: user.id } });
  return sessions;
}
