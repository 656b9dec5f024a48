import { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskEmail } from "@/lib/identifier";
import { countAlike, lastOf, mostAlikeInAnHour } from "@/lib/mail/outbox";
import { currentTraceparent } from "@/lib/telemetry/trace";

/** From this many on, the owner is told (R34; ASVS 6.3.5). */
const wrongCodesToAlert = 3;

type Login = { address: string; isRecovery: boolean; isRegistration: boolean; wrongCodes: number; visitor: Visitor };

/** The mail about a login: a welcome or an alert. The third alert in an hour is the last. */
export function loginMailSql(
  { address, isRecovery, isRegistration, wrongCodes, visitor }: Login,
  now: Date,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "OutboxMail" ("id", "key", "kind", "userId", "address", "maskedAddress", "locale", "timeZone", "facts",
      "ip", "userAgent", "traceparent")
    SELECT gen_random_uuid(), told."kind" || ':' || told."sessionId", told."kind", told."id", ${address},
      ${maskEmail(address)}, COALESCE(told."locale", CASE told."kind" WHEN 'welcome' THEN ${visitor.locale}::text END),
      told."timeZone",
      CASE told."kind"
        WHEN 'welcome' THEN jsonb_build_object('username', told."username")
        WHEN 'recovery-codes' THEN jsonb_build_object('act', 'used to log in', 'report', report)
        ELSE jsonb_build_object('reason', CASE WHEN told."isNewBrowser" THEN 'newBrowser' ELSE 'wrongCodes' END, 'report', report)
          || ${lastOf(Prisma.sql`told."alike"`)}
      END,
      ${visitor.ip}, ${visitor.userAgent}, ${currentTraceparent()}
    FROM (
      SELECT person.*, session."id" AS "sessionId", browser."createdAt" = ${now} AS "isNewBrowser",
        jsonb_build_object('kind', 'browser', 'id', browser."id") AS report,
        ${countAlike(Prisma.sql`person."id"`, "new-browser")} AS "alike",
        CASE WHEN ${isRecovery}::boolean THEN 'recovery-codes'
          WHEN ${isRegistration}::boolean OR person."isInvited" THEN 'welcome' ELSE 'new-browser' END AS "kind"
      FROM person, session, browser
    ) told
    WHERE told."kind" <> 'new-browser'
      OR (told."isNewBrowser" OR ${wrongCodes >= wrongCodesToAlert}::boolean) AND told."alike" < ${mostAlikeInAnHour}::int
    RETURNING 1`;
}
