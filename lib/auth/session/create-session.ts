import { randomBytes } from "node:crypto";
import { insertEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import type { VerifiedChallenge } from "@/lib/auth/challenge/find-verified";
import { trustDays } from "@/lib/auth/device/trusted-device";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskEmail } from "@/lib/identifier";
import { countAlike, lastOf, mostAlikeInAnHour } from "@/lib/mail/outbox";
import { passkeyUseSql, type VerifiedPasskey } from "@/lib/passkeys/verify-passkey";
import { phoneOwnerSql } from "@/lib/phone/phone-channels";
import { excessDevicesSql, excessSessionsSql } from "@/lib/users/access-limits";
import type { Role } from "@/lib/users/roles";
import { absoluteEnd, sessionLeftSql } from "./session-store";

/** What has been proven: a challenge by its code, or a passkey by its signature; or a recovery code, which is compared here. */
type Proof =
  | { challenge: Pick<VerifiedChallenge, "id" | "address" | "channel" | "phone">; isRegistration: boolean }
  | { passkey: VerifiedPasskey; address: string }
  | { recoveryCodeHash: string; address: string };

export type Entrance = Proof & {
  /** How many codes were wrong before the right one. */
  wrongCodes: number;
  /** Hash of the key by which this browser will be known again. */
  knownKeyHash: string;
  /** The session that this browser still has. */
  oldSid: string | null;
  visitor: Visitor;
};

export type CreatedSession = {
  userId: string;
  role: Role;
  username: string;
  /** The language that the account keeps, null for none yet. */
  locale: string | null;
  timeZone: string | null;
  /** The secret name of the new session, for the cookie. */
  sid: string;
  sessionId: string;
  /** The TrustedDevice of this login, by which its alert is reported. */
  browserId: string;
  /** This browser had never logged in to this account, as far as the last thirty days know. */
  isNewBrowser: boolean;
  /** Somebody else made this account, and here its owner comes for the first time. */
  isInvited: boolean;
  /** A mail about this login waits in the outbox. */
  isMailed: boolean;
};

/** After so many wrong codes a success is worth a look by the account's owner, from whatever browser (R34; ASVS 6.3.5). */
const wrongCodesToAlert = 3;

/**
 * Turns a proof into a session: uses it up, notes the login, ends the browser's old session (it could not be ended any
 * more once the cookie is replaced; ASVS 7.2.4), adds the new one under a new secret name, remembers the browser, ends
 * the oldest sessions and trusted devices beyond the limits (access-limits.ts; logins at the same moment may leave a few
 * more, which the next one ends), stops what staff may have begun because the owner had lost every way in, and writes the
 * audit trail and the mail to the owner (R34). One statement, so all of it happens or none, and the row lock on the
 * challenge or the passkey lets one of many win. Null if the challenge
 * was consumed before or has run out, if the passkey is gone, closed or its counter has not grown, if the recovery code
 * is not theirs or was used, or if no account of theirs may log in in this way; then nothing was changed.
 */
export async function createSession(
  database: Pick<Transaction, "$queryRaw">,
  entrance: Entrance,
  now: Date,
): Promise<CreatedSession | null> {
  const { knownKeyHash, oldSid, visitor } = entrance;
  const { person, use, method, challengeId, passkeyId, provesMailbox, event } = readProof(entrance, now);
  const mail = mailSql(entrance, now);
  // 256 bits; ASVS 7.2.3 asks for 128.
  const sid = randomBytes(32).toString("base64url");
  const stopped = insertEvent(
    { name: "recovery_stopped", ip: visitor.ip, userAgent: visitor.userAgent, details: { by: "login" } },
    {
      actor: Prisma.sql`recovered."id"`,
      subject: Prisma.sql`recovered."id"`,
      from: Prisma.sql`recovered`,
    },
  );
  const personId = Prisma.sql`(SELECT person."id" FROM person, used)`;
  const login = { oldSession: sessionLeftSql(oldSid, now), keyHash: knownKeyHash };
  const trimmed = insertEvent(
    { name: "oldest_sessions_ended", ip: visitor.ip, userAgent: visitor.userAgent },
    {
      actor: Prisma.sql`person."id"`,
      subject: Prisma.sql`person."id"`,
      details: Prisma.sql`jsonb_build_object('sessions', excess."sessions", 'devices', excess."devices")`,
      from: Prisma.sql`person, excess WHERE excess."sessions" + excess."devices" > 0`,
    },
  );
  const [opened] = await database.$queryRaw<Omit<CreatedSession, "sid">[]>`
    WITH person AS (
      SELECT "id", "role", "username", "locale", "timeZone",
        "emailVerified" IS NULL AND "lastLoginAt" IS NULL AS "isInvited"
      FROM "User" WHERE ${person} AND "disabledAt" IS NULL AND "deletionAskedAt" IS NULL
    ), used AS (
      ${use} AND EXISTS (SELECT 1 FROM person) RETURNING 1
    ), noted AS (
      UPDATE "User" SET "lastLoginAt" = ${now},
        "emailVerified" = COALESCE("User"."emailVerified", CASE WHEN ${provesMailbox}::boolean THEN ${now}::timestamptz END)
      FROM person, used WHERE "User"."id" = person."id"
    ), ended AS (
      DELETE FROM "Session" USING used WHERE ${login.oldSession}
    ), session AS (
      INSERT INTO "Session" ("id", "sessionToken", "userId", "expires", "createdAt", "lastSeenAt",
        "method", "ip", "userAgent", "challengeId", "browserKeyHash")
      SELECT gen_random_uuid(), ${sid}, person."id",
        CASE WHEN person."role" = 'CUSTOMER' THEN ${absoluteEnd("CUSTOMER", now)}::timestamptz
          ELSE ${absoluteEnd("STAFF", now)}::timestamptz END,
        ${now}, ${now}, ${method}::"LoginMethod", ${visitor.ip}, ${visitor.userAgent}, ${challengeId},
        ${knownKeyHash}
      FROM person, used RETURNING "id"
    ), browser AS (
      INSERT INTO "KnownBrowser" ("id", "userId", "keyHash", "userAgent", "createdAt", "lastSeenAt", "passkeyId")
      SELECT gen_random_uuid(), person."id", ${knownKeyHash}, ${visitor.userAgent}, ${now}, ${now}, ${passkeyId}
      FROM person, used
      ON CONFLICT ("userId", "keyHash") DO UPDATE SET "lastSeenAt" = ${now}, "userAgent" = EXCLUDED."userAgent",
        "passkeyId" = EXCLUDED."passkeyId",
        "createdAt" = CASE WHEN "KnownBrowser"."lastSeenAt" > ${now}::timestamptz - make_interval(days => ${trustDays}::int)
          THEN "KnownBrowser"."createdAt" ELSE EXCLUDED."createdAt" END
      RETURNING "id", "createdAt"
    ), "excessSessions" AS (
      DELETE FROM "Session" WHERE ${excessSessionsSql(personId, login)} RETURNING 1
    ), "excessDevices" AS (
      DELETE FROM "KnownBrowser" WHERE ${excessDevicesSql(personId, login, now)} RETURNING 1
    ), excess AS (
      SELECT (SELECT count(*) FROM "excessSessions") AS "sessions", (SELECT count(*) FROM "excessDevices") AS "devices"
    ), trimmed AS (${trimmed}
    ), recovered AS (
      DELETE FROM "AccountRecovery" USING person, used WHERE "AccountRecovery"."userId" = person."id"
      RETURNING person."id"
    ), stopped AS (${stopped}), audit AS (${event}), mail AS (${mail})
    SELECT person."id" AS "userId", person."role"::text AS "role", person."username", person."locale", person."timeZone",
      session."id" AS "sessionId", browser."id" AS "browserId", browser."createdAt" = ${now} AS "isNewBrowser", person."isInvited",
      EXISTS (SELECT 1 FROM mail) AS "isMailed"
    FROM person, session, browser`;
  return opened ? { ...opened, sid } : null;
}

/**
 * The mail about a login: a welcome to whoever comes for the first time, in the language that they asked in; always about
 * a recovery code; else about a browser that was not known or a right code after several wrong ones, and the mail's
 * button forgets that browser and ends its sessions, also when it has logged out or in again meanwhile. The third such mail
 * within an hour says that it is the last one.
 */
function mailSql(entrance: Entrance, now: Date): Prisma.Sql {
  const { visitor, wrongCodes } = entrance;
  const address = "challenge" in entrance ? entrance.challenge.address : entrance.address;
  const isRecovery = "recoveryCodeHash" in entrance;
  const isRegistration = "challenge" in entrance && entrance.isRegistration;
  return Prisma.sql`
    INSERT INTO "OutboxMail" ("id", "key", "kind", "userId", "address", "maskedAddress", "locale", "timeZone", "facts",
      "ip", "userAgent")
    SELECT gen_random_uuid(), told."kind" || ':' || told."sessionId", told."kind", told."id", ${address},
      ${maskEmail(address)}, COALESCE(told."locale", CASE told."kind" WHEN 'welcome' THEN ${visitor.locale}::text END),
      told."timeZone",
      CASE told."kind"
        WHEN 'welcome' THEN jsonb_build_object('username', told."username")
        WHEN 'recovery-codes' THEN jsonb_build_object('act', 'used to log in', 'report', report)
        ELSE jsonb_build_object('reason', CASE WHEN told."isNewBrowser" THEN 'newBrowser' ELSE 'wrongCodes' END, 'report', report)
          || ${lastOf(Prisma.sql`told."alike"`)}
      END,
      ${visitor.ip}, ${visitor.userAgent}
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

/** A proof in the words of the statement: whose it is, what uses it up, and what the trail says of it. */
function readProof(entrance: Entrance, now: Date) {
  const { visitor } = entrance;
  const who = { actor: Prisma.sql`person."id"`, subject: Prisma.sql`person."id"`, from: Prisma.sql`person, used` };
  if ("passkey" in entrance) {
    const { passkey, address } = entrance;
    const entry = {
      name: "login_succeeded" as const,
      ...traceOf(null, address, visitor),
      details: { method: "PASSKEY" },
    };
    return {
      person: Prisma.sql`"id" = ${passkey.userId}::uuid`,
      use: passkeyUseSql(passkey, now),
      method: "PASSKEY",
      challengeId: null,
      passkeyId: passkey.credentialID,
      provesMailbox: false,
      event: insertEvent(entry, who),
    };
  }
  if ("recoveryCodeHash" in entrance) {
    const { recoveryCodeHash, address, knownKeyHash } = entrance;
    const entry = {
      name: "login_succeeded" as const,
      ...traceOf(null, address, visitor),
      details: { method: "RECOVERY_CODE" },
    };
    return {
      person: Prisma.sql`"email" = ${address}`,
      use: Prisma.sql`UPDATE "RecoveryCode" SET "usedAt" = ${now}, "usedInBrowser" = ${knownKeyHash}
        WHERE "codeHash" = ${recoveryCodeHash} AND "usedAt" IS NULL AND "userId" = (SELECT "id" FROM person)`,
      method: "RECOVERY_CODE",
      challengeId: null,
      passkeyId: null,
      provesMailbox: false,
      event: insertEvent(entry, who),
    };
  }
  const { challenge, isRegistration } = entrance;
  const name = isRegistration ? ("user_registered" as const) : ("login_succeeded" as const);
  const entry = {
    name,
    ...traceOf(challenge.id, challenge.address, visitor),
    details: { channel: challenge.channel },
  };
  return {
    person:
      challenge.phone === null
        ? Prisma.sql`"email" = ${challenge.address} AND "passkeysOnlyAt" IS NULL`
        : Prisma.sql`"email" = ${challenge.address} AND "phone" = ${challenge.phone} AND ${phoneOwnerSql}`,
    use: Prisma.sql`UPDATE "Challenge" SET "consumedAt" = ${now}
      WHERE "id" = ${challenge.id} AND "provenAt" IS NOT NULL AND "consumedAt" IS NULL AND "expiresAt" > ${now}`,
    method: challenge.phone === null ? "EMAIL_CODE" : "PHONE_CODE",
    challengeId: challenge.id,
    passkeyId: null,
    provesMailbox: challenge.phone === null,
    event: insertEvent(entry, who),
  };
}
