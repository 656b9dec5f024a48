import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type ChallengePurpose, challengeLifeMs, maxAttempts } from "./challenge";

/**
 * SQL that says whether the code that is pending at Twilio for an address must be thrown away for a new one. Twilio keys
 * a verification by its address, so all challenges of an address share its code and its five comparisons:
 * - if those five are spent by our own ledger. Without this, a stranger's five wrong guesses would make every code dead
 *   that the shopper asks for in the next ten minutes;
 * - if it was made for another kind of purpose: the code of a login must not confirm a sensitive act (ASVS 6.6.2), and
 *   the code of a registration not that an account may move to this address.
 */
export function needsFreshCodeSql(address: string, purpose: ChallengePurpose): Prisma.Sql {
  const since = new Date(Date.now() - challengeLifeMs);
  return Prisma.sql`COALESCE((
    SELECT bool_or(${kindSql("sharing")} <> ${kindOf(purpose)}) OR sum(sharing."attempts") >= ${maxAttempts}
    FROM "Challenge" sharing
    WHERE sharing."address" = ${address} AND sharing."createdAt" > ${since} AND sharing."providerSid" = (
      SELECT newest."providerSid" FROM "Challenge" newest
      WHERE newest."address" = ${address} AND newest."createdAt" > ${since} AND newest."providerSid" IS NOT NULL
      ORDER BY newest."lastSentAt" DESC LIMIT 1
    )
  ), false)`;
}

/** Login and registration prove the same and may share a code (R5); every other purpose has codes of its own. */
function kindOf(purpose: ChallengePurpose): string {
  return purpose === "REGISTER" ? "LOGIN" : purpose;
}

/** The same of a row, by the name that its table has in the statement. */
function kindSql(row: "own" | "other" | "sharing"): Prisma.Sql {
  const purpose = Prisma.raw(`"${row}"."purpose"`);
  return Prisma.sql`CASE ${purpose} WHEN 'REGISTER' THEN 'LOGIN' ELSE ${purpose}::text END`;
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
        AND ${kindSql("other")} <> ${kindSql("own")}
    )`;
  return row?.sid ?? null;
}
