import type { Transaction } from "@/lib/db/client";

/** The session that goes on where everything else ends, and the hash of the key by which its browser is known. */
export type KeptSession = { id: string; browserKeyHash: string | null };

/**
 * Ends every way into an account that is open now, in the caller's transaction: no code that is on its way works, no
 * browser is known any more, and every session ends; all but `kept`, if that is given. Passkeys stay. Gives how many
 * sessions there were. Call it before a change to the user's row: a login locks its challenge first and the user after
 * it, and another order could wait for it for ever. Call `endExcessAccess` before the transaction: it may take no longer
 * than the deletion of what the limits allow.
 */
export async function endAccess(
  transaction: Transaction,
  user: { id: string; email: string },
  kept?: KeptSession,
): Promise<number> {
  // Before the sessions: a login that is finishing at this moment either loses its challenge, or is seen below.
  await endCodes(transaction, user.email);
  // Browsers, then sessions, as createSession and forgetBrowsers do.
  const keyHash = kept?.browserKeyHash;
  await transaction.trustedDevice.deleteMany({
    where: { userId: user.id, ...(keyHash ? { keyHash: { not: keyHash } } : {}) },
  });
  const { count } = await transaction.session.deleteMany({
    where: { userId: user.id, ...(kept ? { id: { not: kept.id } } : {}) },
  });
  return count;
}

/** Lets no code that was sent to an address count any more, whatever it was asked for. */
export async function endCodes(transaction: Transaction, address: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Challenge" SET "expiresAt" = "createdAt"
    WHERE "address" = ${address} AND "consumedAt" IS NULL AND "expiresAt" > now()`;
}

/**
 * Ends one session of a user, by its row's id, in the caller's transaction, and makes its browser unknown. A browser in
 * which another session of theirs is left stays known: the mail about that session reports it by its browser. False if
 * there is no such session. Browsers are locked before sessions, as a login does.
 */
export async function endOneSession(transaction: Transaction, userId: string, id: string): Promise<boolean> {
  const session = await transaction.session.findUnique({ where: { id, userId }, select: { browserKeyHash: true } });
  if (session === null) return false;
  const { browserKeyHash } = session;
  if (browserKeyHash !== null) {
    // Held, so that a login which is finishing in this browser is waited for, and its session is counted.
    await transaction.$queryRaw`
      SELECT 1 FROM "KnownBrowser" WHERE "userId" = ${userId}::uuid AND "keyHash" = ${browserKeyHash} FOR UPDATE`;
    const others = await transaction.session.count({ where: { userId, browserKeyHash, id: { not: id } } });
    if (others === 0) await transaction.trustedDevice.deleteMany({ where: { userId, keyHash: browserKeyHash } });
  }
  const { count } = await transaction.session.deleteMany({ where: { id, userId } });
  return count > 0;
}

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

/**
 * Makes worth nothing what the mails about a user's passkeys, and about codes that were asked for, can still do to
 * those passkeys, and to the recovery codes. For when the mails lie in a mailbox that is the user's no more: their
 * links never run out, and whoever reads the old mailbox could take the passkeys and log the user out with them.
 * Passkeys and codes stay.
 */
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
