import type { Transaction } from "@/lib/db/client";

/** Uses a proven challenge up, in the transaction of what it was for; false if it was used before or has run out. */
export async function consumeChallenge(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await transaction.challenge.updateMany({
    where: { id, provenAt: { not: null }, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
  });
  return count > 0;
}
