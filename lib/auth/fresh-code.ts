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
  return Prisma.sql`COALESCE((
    SELECT (newest."purpose" = 'STEP_UP') <> ${isStepUp} OR (
      SELECT sum(sharing."attempts") >= ${maxAttempts} FROM "Challenge" sharing
      WHERE sharing."address" = ${address} AND sharing."providerSid" = newest."providerSid"
    )
    FROM "Challenge" newest
    WHERE newest."address" = ${address} AND newest."providerSid" IS NOT NULL
      AND newest."createdAt" > ${new Date(Date.now() - challengeLifeMs)}
    ORDER BY newest."createdAt" DESC LIMIT 1
  ), false)`;
}

/** The same, asked by itself: for a resend. */
export async function needsFreshCode(address: string, purpose: ChallengePurpose): Promise<boolean> {
  const [row] = await db().$queryRaw<{ needed: boolean }[]>`SELECT ${needsFreshCodeSql(address, purpose)} AS "needed"`;
  return row?.needed === true;
}
