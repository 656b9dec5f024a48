import type { Transaction } from "@/lib/db/client";

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
