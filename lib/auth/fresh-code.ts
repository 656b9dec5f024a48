import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type ChallengePurpose, challengeLifeMs, maxAttempts } from "./challenge";

/**
 * SQL that says whether the code that is pending at Twilio for an address must be thrown away for a new one. Twilio keys
 * a verification by its address, so all challenges of an address share its code and its five comparisons:
 * - if those five are spent by our own ledger. Without this, a stranger's five wrong guesses would make every code dead
 *   that the shopper asks for in the next ten minutes;
 * - if it was made for another kind of purpose: the code of a login must not confirm a sensitive act (ASVS 6.6.2).
 */
export function needsFreshCodeSql(address: string, purpose: ChallengePurpose): Prisma.Sql {
  const isStepUp = purpose === "STEP_UP";
  const since = new Date(Date.now() - challengeLifeMs);
  return Prisma.sql`COALESCE((
    SELECT bool_or((sharing."purpose" = 'STEP_UP') <> ${isStepUp}) OR sum(sharing."attempts") >= ${maxAttempts}
    FROM "Challenge" sharing
    WHERE sharing."address" = ${address} AND sharing."createdAt" > ${since} AND sharing."providerSid" = (
      SELECT newest."providerSid" FROM "Challenge" newest
      WHERE newest."address" = ${address} AND newest."createdAt" > ${since} AND newest."providerSid" IS NOT NULL
      ORDER BY newest."lastSentAt" DESC LIMIT 1
    )
  ), false)`;
}

/**
 * The verification to ask about a challenge's code: null where there is none, or where one of the other kind shares it.
 * Twilio keys verifications by address alone, so two starts at the same moment, or a cancel that failed, can make a
 * login and a sensitive act share a code; then it counts for neither, and the next resend makes another.
 */
export async function findOwnSid(challengeId: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ sid: string | null }[]>`
    SELECT own."providerSid" AS "sid" FROM "Challenge" own
    WHERE own."id" = ${challengeId} AND NOT EXISTS (
      SELECT 1 FROM "Challenge" other
      WHERE other."address" = own."address" AND other."providerSid" = own."providerSid"
        AND (other."purpose" = 'STEP_UP') <> (own."purpose" = 'STEP_UP')
    )`;
  return row?.sid ?? null;
}
