import type { Transaction } from "@/lib/db/client";

/**
 * Makes browsers of a user unknown, by the hashes of their keys, and ends all sessions that were made in them, with the
 * sessions of `sessionIds`. Gives how many sessions ended. The browsers go first: a login on its way in one of them holds
 * its row, so its session is there when the sessions are looked for.
 */
export async function forgetBrowsers(
  transaction: Transaction,
  userId: string,
  keyHashes: string[],
  sessionIds: string[] = [],
): Promise<number> {
  await transaction.knownBrowser.deleteMany({ where: { userId, keyHash: { in: keyHashes } } });
  const { count } = await transaction.session.deleteMany({
    where: { userId, OR: [{ id: { in: sessionIds } }, { browserKeyHash: { in: keyHashes } }] },
  });
  return count;
}
