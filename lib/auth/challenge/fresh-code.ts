import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { type ChallengePurpose, challengeLifeMs, maxAttempts } from "./challenge";

/** Starts closer than this (ms) may reach Twilio in any order: twice the time one may take. */
const startOverlapMs = 10_000;

/** SQL: whether a request uses the trusted service, out of strangers' reach. */
export function isTrustedSql(purpose: ChallengePurpose): Prisma.Sql {
  const hasService = env().TWILIO_TRUSTED_VERIFY_SERVICE_SID !== undefined;
  const isOfOwner = purpose !== "CHANGE_EMAIL" && purpose !== "VERIFY_PHONE";
  return Prisma.sql`${hasService && isOfOwner}::boolean AND "knownKeyHash" IS NOT NULL`;
}

/** SQL key for sharing a code: logins and registrations share by address (R5); other uses never do (ASVS 6.6.2). */
function codeUseSql(row: "own" | "other" | "newest"): Prisma.Sql {
  const of = (column: string) => Prisma.raw(`"${row}"."${column}"`);
  return Prisma.sql`CASE WHEN ${of("purpose")} IN ('LOGIN', 'REGISTER') THEN 'LOGIN'
    ELSE concat_ws(' ', ${of("purpose")}::text, ${of("knownKeyHash")}, ${of("payload")} ->> 'act') END`;
}

/** SQL: the code a challenge joins (same use, tries and time left), and whether Twilio must make a new one. */
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

/** SQL: whether another use has, or may get, the same verification; then it counts for nothing. */
export const isSharedByOtherUse = Prisma.sql`EXISTS (
  SELECT 1 FROM "Challenge" other
  WHERE other."address" = own."address" AND other."isTrusted" = own."isTrusted" AND ${codeUseSql("other")} <> ${codeUseSql("own")}
    AND (other."providerSid" = own."providerSid" OR other."providerSid" IS NULL
      AND abs(EXTRACT(EPOCH FROM other."lastSentAt" - own."lastSentAt")) < ${startOverlapMs / 1_000}::int)
)`;

/** Whether later requests replaced the code or used its tries. Reads challenges only: all addresses look alike. */
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

/** Whether the phone's pending code is spent, or was made to verify the number itself. */
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
