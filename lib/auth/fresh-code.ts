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
  ), false) OR EXISTS (
    SELECT 1 FROM "Challenge" login WHERE login."phone" = ${address} AND login."createdAt" > ${since}
  )`;
}

/** Login and registration prove the same and may share a code (R5); every other purpose has codes of its own. */
function kindOf(purpose: ChallengePurpose): string {
  return purpose === "REGISTER" ? "LOGIN" : purpose;
}

/** The same of a row, by the name that its table has in the statement. */
export function kindSql(row: "own" | "other" | "sharing"): Prisma.Sql {
  const purpose = Prisma.raw(`"${row}"."purpose"`);
  return Prisma.sql`CASE ${purpose} WHEN 'REGISTER' THEN 'LOGIN' ELSE ${purpose}::text END`;
}

/**
 * The same of the code that is pending for a phone: its five comparisons are spent, or it was made to prove the number
 * itself, which is another purpose than to log in.
 */
export async function needsFreshPhoneCode(phone: string): Promise<boolean> {
  const since = new Date(Date.now() - challengeLifeMs);
  const [newest] = await db().$queryRaw<{ needsFreshCode: boolean }[]>`
    SELECT bool_or(sharing."isOther") OR sum(sharing."attempts") >= ${maxAttempts} AS "needsFreshCode"
    FROM (
      SELECT "phoneSid" AS "sid", "phoneSentAt" AS "sentAt", "attempts", false AS "isOther"
      FROM "Challenge" WHERE "phone" = ${phone} AND "createdAt" > ${since}
      UNION ALL
      SELECT "providerSid", "lastSentAt", "attempts", true
      FROM "Challenge" WHERE "address" = ${phone} AND "createdAt" > ${since} AND "providerSid" IS NOT NULL
    ) sharing
    GROUP BY sharing."sid" ORDER BY max(sharing."sentAt") DESC LIMIT 1`;
  return newest?.needsFreshCode ?? false;
}
