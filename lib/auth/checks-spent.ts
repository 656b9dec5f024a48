import { db } from "@/lib/db/client";
import { challengeLifeMs, maxAttempts } from "./challenge";

/**
 * Whether the code that is pending at Twilio for an address has been compared five times already, by our own ledger.
 * Twilio keys a verification by its address, so all challenges of an address share those five: without this, a
 * stranger's five wrong guesses would make every code dead that the shopper asks for in the next ten minutes.
 */
export async function areChecksSpent(address: string): Promise<boolean> {
  const verifications = await db().challenge.groupBy({
    by: ["providerSid"],
    where: { address, createdAt: { gt: new Date(Date.now() - challengeLifeMs) }, providerSid: { not: null } },
    _sum: { attempts: true },
    _max: { createdAt: true },
    orderBy: { _max: { createdAt: "desc" } },
    take: 1,
  });
  return (verifications[0]?._sum.attempts ?? 0) >= maxAttempts;
}
