import type { Transaction } from "@/lib/db/client";

export type KeptSession = { id: string; browserKeyHash: string | null };

/** Ends codes, trusted devices and sessions but `kept`. Call before the user's row is locked. Gives the count. */
export async function endAccess(
  transaction: Transaction,
  user: { id: string; email: string },
  kept?: KeptSession,
): Promise<number> {
  // Before sessions: a finishing login loses its challenge or is seen below.
  await endCodes(transaction, user.email);
  // Browsers before sessions, as createSession and forgetBrowsers.
  const keyHash = kept?.browserKeyHash;
  await transaction.trustedDevice.deleteMany({
    where: { userId: user.id, ...(keyHash ? { keyHash: { not: keyHash } } : {}) },
  });
  const { count } = await transaction.session.deleteMany({
    where: { userId: user.id, ...(kept ? { id: { not: kept.id } } : {}) },
  });
  return count;
}

/** Ends all open codes to an address. */
export async function endCodes(transaction: Transaction, address: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Challenge" SET "expiresAt" = "createdAt"
    WHERE "address" = ${address} AND "consumedAt" IS NULL AND "expiresAt" > now()`;
}

/** Ends one session and, unless another session uses it, its trusted device. Locks browsers first. False if none. */
export async function endOneSession(transaction: Transaction, userId: string, id: string): Promise<boolean> {
  const session = await transaction.session.findUnique({ where: { id, userId }, select: { browserKeyHash: true } });
  if (session === null) return false;
  const { browserKeyHash } = session;
  if (browserKeyHash !== null) {
    // Waits for a login finishing in this browser.
    await transaction.$queryRaw`
      SELECT 1 FROM "KnownBrowser" WHERE "userId" = ${userId}::uuid AND "keyHash" = ${browserKeyHash} FOR UPDATE`;
    const others = await transaction.session.count({ where: { userId, browserKeyHash, id: { not: id } } });
    if (others === 0) await transaction.trustedDevice.deleteMany({ where: { userId, keyHash: browserKeyHash } });
  }
  const { count } = await transaction.session.deleteMany({ where: { id, userId } });
  return count > 0;
}

/** Removes all passkeys and ends all access; the next passkey takes only a mailed code. Gives how many. */
export async function removeAllPasskeys(
  transaction: Transaction,
  user: { id: string; email: string },
): Promise<number> {
  // Waits for a passkey login: as lib/users/locks.ts, which this layer may not import.
  await transaction.$queryRaw`
    SELECT 1 FROM "Authenticator" WHERE "userId" = ${user.id}::uuid ORDER BY "credentialID" FOR UPDATE`;
  await endAccess(transaction, user);
  const { count } = await transaction.authenticator.deleteMany({ where: { userId: user.id } });
  await transaction.user.update({ where: { id: user.id }, data: { firstPasskeyAt: null }, select: { id: true } });
  return count;
}

/** Voids links in older mails about passkeys and codes: the mailbox may no longer be the user's. */
export async function voidPasskeyReports(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Authenticator" SET "reportId" = gen_random_uuid(),
      "addedInSession" = NULL, "addedInBrowser" = NULL, "addedAfterLogin" = NULL
    WHERE "userId" = ${userId}::uuid`;
  await transaction.$executeRaw`
    UPDATE "RecoveryCode"
    SET "usedInBrowser" = NULL, "addedInSession" = NULL, "addedInBrowser" = NULL, "addedAfterLogin" = NULL,
      "addedInBrowserId" = NULL, "usedInBrowserId" = NULL
    WHERE "userId" = ${userId}::uuid`;
}

/** Deletes a user; `keptDays` says what stays. Hold the passkey lock (lib/users/locks.ts). Gives the sessions. */
export async function deleteUserRows(transaction: Transaction, user: { id: string; email: string }): Promise<number> {
  const sessions = await endAccess(transaction, user);
  const changes = await transaction.emailChange.findMany({ where: { userId: user.id }, select: { oldEmail: true } });
  const addresses = [user.email, ...changes.map(({ oldEmail }) => oldEmail)];
  await transaction.challenge.deleteMany({ where: { OR: [{ address: { in: addresses } }, { userId: user.id }] } });
  // The rows stay for the law (docs/decisions/orders.md), without what people wrote in them.
  await transaction.order.updateMany({ where: { userId: user.id }, data: { note: null, cancelReason: null } });
  await transaction.user.delete({ where: { id: user.id }, select: { id: true } });
  // Last: noting a mail locks it after the rows that wait for it (lib/auth/outbox/send-outbox.ts).
  await transaction.outboxMail.deleteMany({ where: { userId: user.id } });
  return sessions;
}
