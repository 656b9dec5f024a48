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
  await transaction.knownBrowser.deleteMany({
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
    if (others === 0) await transaction.knownBrowser.deleteMany({ where: { userId, keyHash: browserKeyHash } });
  }
  const { count } = await transaction.session.deleteMany({ where: { id, userId } });
  return count > 0;
}
