import { randomBytes } from "node:crypto";
import { insertEvent, traceOf } from "@/lib/audit/record-event";
import type { VerifiedChallenge } from "@/lib/auth/challenge/find-verified";
import { trustDays } from "@/lib/auth/device/trusted-device";
import { mergeGuestBag } from "@/lib/bag/merge-guest-bag";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import type { Visitor } from "@/lib/http/visitor";
import { type Locale, locales } from "@/lib/i18n/locales";
import { passkeyUseSql, type VerifiedPasskey } from "@/lib/passkeys/verify-passkey";
import { phoneOwnerSql } from "@/lib/phone/phone-channels";
import { excessDevicesSql, excessSessionsSql } from "@/lib/users/access-limits";
import type { Role } from "@/lib/users/roles";
import { loginMailSql } from "./login-mail";
import { absoluteEnd, sessionLeftSql } from "./session-store";

/** A verified challenge or passkey; a recovery code is compared here. */
type Proof =
  | { challenge: Pick<VerifiedChallenge, "id" | "address" | "channel" | "phone">; isRegistration: boolean }
  | { passkey: VerifiedPasskey; address: string }
  | { recoveryCodeHashes: string[]; address: string };

export type Entrance = Proof & {
  /** Before the right one. */
  wrongCodes: number;
  /** Hash of the trusted-device key. */
  knownKeyHash: string;
  /** The session this browser still has. */
  oldSid: string | null;
  bagKeyHash: string | null;
  visitor: Visitor;
};

export type CreatedSession = {
  method: LoginMethod;
  userId: string;
  role: Role;
  username: string;
  locale: Locale;
  timeZone: string | null;
  /** The new session's secret id, for the cookie. */
  sid: string;
  sessionId: string;
  /** The TrustedDevice of this login, named in its alert. */
  browserId: string;
  /** No login from this browser in the last thirty days. */
  isNewBrowser: boolean;
  /** Someone else made the account, and the owner comes for the first time. */
  isInvited: boolean;
  isMailed: boolean;
};

/** Makes the session and merges the guest's bag, in the caller's transaction or one of its own. Without a bag it is the
 * one statement of `insertSession`. Null if refused; then nothing changed. */
export async function createSession(
  entrance: Entrance,
  now: Date,
  transaction?: Transaction,
): Promise<CreatedSession | null> {
  const { bagKeyHash } = entrance;
  if (bagKeyHash === null) return await insertSession(transaction ?? db(), entrance, now);
  if (transaction === undefined) return await db().$transaction((own) => createSession(entrance, now, own));
  const opened = await insertSession(transaction, entrance, now);
  if (opened !== null) await mergeGuestBag(transaction, bagKeyHash, opened.userId, now);
  return opened;
}

/** Spends the proof, audits and mails (R34), ends the old session (ASVS 7.2.4) and the oldest over the limits. */
async function insertSession(
  database: Pick<Transaction, "$queryRaw">,
  entrance: Entrance,
  now: Date,
): Promise<CreatedSession | null> {
  const { knownKeyHash, oldSid, wrongCodes, visitor } = entrance;
  const { person, use, method, challengeId, passkeyId, provesMailbox, event } = readProof(entrance, now);
  const address = "challenge" in entrance ? entrance.challenge.address : entrance.address;
  const isRegistration = "challenge" in entrance && entrance.isRegistration;
  const isRecovery = "recoveryCodeHashes" in entrance;
  const mail = loginMailSql({ address, isRecovery, isRegistration, wrongCodes, visitor }, now);
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
  const [opened] = await database.$queryRaw<Omit<CreatedSession, "sid" | "method">[]>`${keptPlan}
    WITH person AS (
      SELECT "id", "role", "username", "locale", "timeZone",
        "emailVerified" IS NULL AND "lastLoginAt" IS NULL AS "isInvited"
      FROM "User" WHERE ${person} AND "disabledAt" IS NULL AND "deletionAskedAt" IS NULL
    ), used AS (
      ${use} AND EXISTS (SELECT 1 FROM person) RETURNING 1
    ), noted AS (
      UPDATE "User" SET "lastLoginAt" = ${now},
        "locale" = CASE WHEN "User"."locale" = ANY(${locales}::text[]) THEN "User"."locale" ELSE ${visitor.locale} END,
        "emailVerified" = COALESCE("User"."emailVerified", CASE WHEN ${provesMailbox}::boolean THEN ${now}::timestamptz END)
      FROM person, used WHERE "User"."id" = person."id" RETURNING "User"."locale"
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
    SELECT person."id" AS "userId", person."role"::text AS "role", person."username", noted."locale", person."timeZone",
      session."id" AS "sessionId", browser."id" AS "browserId", browser."createdAt" = ${now} AS "isNewBrowser", person."isInvited",
      EXISTS (SELECT 1 FROM mail) AS "isMailed"
    FROM person, noted, session, browser`;
  return opened ? { ...opened, sid, method } : null;
}

type LoginMethod = "EMAIL_CODE" | "PHONE_CODE" | "PASSKEY" | "RECOVERY_CODE";

type ReadProof = {
  person: Prisma.Sql;
  use: Prisma.Sql;
  method: LoginMethod;
  challengeId: string | null;
  passkeyId: string | null;
  provesMailbox: boolean;
  event: Prisma.Sql;
};

/** Whose it is, what spends it, and what the audit says. */
function readProof(entrance: Entrance, now: Date): ReadProof {
  const { visitor } = entrance;
  const who = { actor: Prisma.sql`person."id"`, subject: Prisma.sql`person."id"`, from: Prisma.sql`person, used` };
  if ("passkey" in entrance) {
    const { passkey, address } = entrance;
    const entry = loginEntry("PASSKEY", address, visitor);
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
  if ("recoveryCodeHashes" in entrance) {
    const { recoveryCodeHashes, address, knownKeyHash } = entrance;
    const entry = loginEntry("RECOVERY_CODE", address, visitor);
    return {
      person: Prisma.sql`"email" = ${address}`,
      use: Prisma.sql`UPDATE "RecoveryCode" SET "usedAt" = ${now}, "usedInBrowser" = ${knownKeyHash}
        WHERE "codeHash" = ANY(${recoveryCodeHashes}::text[]) AND "usedAt" IS NULL AND "userId" = (SELECT "id" FROM person)`,
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

function loginEntry(method: LoginMethod, address: string, visitor: Visitor) {
  return { name: "login_succeeded", ...traceOf(null, address, visitor), details: { method } } as const;
}
