import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { type ChallengePurpose, challengeLifeMs, maxAttempts } from "./challenge";

/**
 * Two starts that are closer together than this, in milliseconds, may have met at Twilio in any order: twice the time
 * that one may take.
 */
const startOverlapMs = 10_000;

/**
 * SQL that says whether a request uses the trusted service, where there is one: it comes from a session, or from a
 * browser that is known at the address, and the message goes to that account. No request of a stranger does, so none
 * can spend or replace these codes.
 */
export function isTrustedSql(purpose: ChallengePurpose): Prisma.Sql {
  const hasService = env().TWILIO_TRUSTED_VERIFY_SERVICE_SID !== undefined;
  const isOfOwner = purpose !== "CHANGE_EMAIL" && purpose !== "VERIFY_PHONE";
  return Prisma.sql`${hasService && isOfOwner}::boolean AND "knownKeyHash" IS NOT NULL`;
}

/**
 * SQL for what a code is for. Requests for the same may share one: logins and registrations of an address, which prove
 * the same (R5), and two presses for one act of one session. Every other act, session and purpose has codes of its own
 * (ASVS 6.6.2).
 */
function codeUseSql(row: "own" | "other" | "newest"): Prisma.Sql {
  const of = (column: string) => Prisma.raw(`"${row}"."${column}"`);
  return Prisma.sql`CASE WHEN ${of("purpose")} IN ('LOGIN', 'REGISTER') THEN 'LOGIN'
    ELSE concat_ws(' ', ${of("purpose")}::text, ${of("knownKeyHash")}, ${of("payload")} ->> 'act') END`;
}

/**
 * SQL of a table with one row: the `codeId` of a challenge whose code is about to be sent, and whether Twilio must make
 * a new code for it (`needsFreshCode`). Twilio keys a pending verification by service and address, so a request takes
 * part in the newest code of its address if that is for the same use, and has comparisons and life left; else it
 * replaces that code. `own` is a table with the columns of the challenge; `newId` names the code if it is a new one.
 */
export function chooseCodeSql(address: string, own: Prisma.Sql, newId: string): Prisma.Sql {
  const since = new Date(Date.now() - challengeLifeMs);
  return Prisma.sql`
    SELECT COALESCE(shared."codeId", ${newId}) AS "codeId",
      newest."codeId" IS DISTINCT FROM shared."codeId" OR EXISTS (
        SELECT 1 FROM "Challenge" login
        WHERE login."phone" = ${address} AND login."createdAt" > ${since} AND login."isTrusted" = own."isTrusted"
      ) AS "needsFreshCode"
    FROM ${own} AS own
    LEFT JOIN LATERAL (
      SELECT ${codeIdSql("newest")} AS "codeId", ${codeUseSql("newest")} AS "use", newest."providerSid" FROM "Challenge" newest
      WHERE newest."address" = ${address} AND newest."isTrusted" = own."isTrusted" AND newest."createdAt" > ${since}
      ORDER BY newest."lastSentAt" DESC LIMIT 1
    ) newest ON true
    LEFT JOIN LATERAL (
      SELECT newest."codeId" FROM "Challenge" other
      WHERE other."address" = ${address} AND ${codeIdSql("other")} = newest."codeId"
      HAVING newest."use" = ${codeUseSql("own")} AND sum(other."attempts") < ${maxAttempts}
        AND min(other."createdAt") > ${since} AND NOT bool_or(other."provenAt" IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM "Challenge" other
          WHERE other."address" = ${address} AND other."providerSid" = newest."providerSid"
            AND ${codeUseSql("other")} <> newest."use"
        )
    ) shared ON true`;
}

function codeIdSql(row: "own" | "other" | "newest"): Prisma.Sql {
  return Prisma.sql`COALESCE(${Prisma.raw(`"${row}"."codeId"`)}, ${codeUseSql(row)})`;
}

/**
 * SQL that says whether a verification counts for nothing: a request for another use has the same one, or may still get
 * it. Two starts at the same moment, or a cancel that failed, can do that; the next code is a new one.
 */
export const isSharedByOtherUse = Prisma.sql`EXISTS (
  SELECT 1 FROM "Challenge" other
  WHERE other."address" = own."address" AND other."isTrusted" = own."isTrusted" AND ${codeUseSql("other")} <> ${codeUseSql("own")}
    AND (other."providerSid" = own."providerSid" OR other."providerSid" IS NULL
      AND abs(EXTRACT(EPOCH FROM other."lastSentAt" - own."lastSentAt")) < ${startOverlapMs / 1_000}::int)
)`;

/**
 * Whether other requests have ended the code of a challenge: one that came later replaced it, or they used up its five
 * comparisons; or a step-up shares it by accident. `pending` is how many attempts of this challenge are counted already
 * and not compared. Read from the requests alone, so it is the same for addresses with and without an account; for the
 * same reason a login does not learn of the owner's step-ups.
 */
export async function isCodeVoid(challengeId: string, pending: number): Promise<boolean> {
  const [found] = await db().$queryRaw<{ isVoid: boolean | null }[]>`
    SELECT sum(other."attempts") FILTER (WHERE ${codeIdSql("other")} = ${codeIdSql("own")}) - ${pending} >= ${maxAttempts}
      OR bool_or(${codeIdSql("other")} <> ${codeIdSql("own")}
        AND NOT (other."purpose" = 'STEP_UP' AND own."purpose" IN ('LOGIN', 'REGISTER'))
        AND other."lastSentAt" > own."lastSentAt")
      OR own."purpose" = 'STEP_UP' AND ${isSharedByOtherUse} AS "isVoid"
    FROM "Challenge" own JOIN "Challenge" other
      ON other."address" = own."address" AND other."isTrusted" = own."isTrusted"
      AND other."createdAt" > own."createdAt" - make_interval(secs => ${challengeLifeMs / 1_000}::int)
    WHERE own."id" = ${challengeId} GROUP BY own."id"`;
  return found?.isVoid ?? false;
}

/**
 * Whether the code that is pending for a phone must be thrown away: its five comparisons are spent, or it was made to
 * prove the number itself, which is another purpose than to log in.
 */
export async function needsFreshPhoneCode(phone: string, isTrusted: boolean): Promise<boolean> {
  const since = new Date(Date.now() - challengeLifeMs);
  const [newest] = await db().$queryRaw<{ needsFreshCode: boolean }[]>`
    SELECT bool_or(sharing."isOther") OR sum(sharing."attempts") >= ${maxAttempts} AS "needsFreshCode"
    FROM (
      SELECT "phoneSid" AS "sid", "phoneSentAt" AS "sentAt", "attempts", false AS "isOther"
      FROM "Challenge" WHERE "phone" = ${phone} AND "createdAt" > ${since} AND "isTrusted" = ${isTrusted}
      UNION ALL
      SELECT "providerSid", "lastSentAt", "attempts", true
      FROM "Challenge" WHERE "address" = ${phone} AND "createdAt" > ${since} AND "isTrusted" = ${isTrusted}
        AND "providerSid" IS NOT NULL
    ) sharing
    GROUP BY sharing."sid" ORDER BY max(sharing."sentAt") DESC LIMIT 1`;
  return newest?.needsFreshCode ?? false;
}
