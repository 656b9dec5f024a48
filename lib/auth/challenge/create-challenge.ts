import { randomBytes } from "node:crypto";
import type { AuditEventName } from "@/lib/audit/events";
import { insertEvent, traceOf } from "@/lib/audit/record-event";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { trustedKeyHashSql } from "@/lib/auth/device/trusted-device";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import type { Registration } from "@/lib/users/registration-schema";
import { type ChallengePurpose, challengeLifeMs } from "./challenge";
import { type MessageReader, messageReaderColumns, messageReaderJoin } from "./deliver-code";
import { chooseCodeSql, isTrustedSql } from "./fresh-code";

export type NewChallenge =
  | { purpose: "LOGIN"; email: string; returnTo: string | null }
  | { purpose: "REGISTER"; email: string; returnTo: string | null; registration: Registration }
  | (OfSession & { purpose: "STEP_UP"; email: string; act: string })
  /** `from`: the account's present email; the code counts while it still has it. */
  | (OfSession & { purpose: "CHANGE_EMAIL"; email: string; from: string })
  | (OfSession & { purpose: "VERIFY_PHONE"; phone: string; email: string });

/** Only this session can answer it. */
type OfSession = { returnTo: string; userId: string; sessionId: string };

export type CreatedChallenge = MessageReader & {
  id: string;
  expiresAt: Date;
  /** The code pending at the provider must be replaced. */
  needsFreshCode: boolean;
  isTrusted: boolean;
};

const eventOf: Record<ChallengePurpose, AuditEventName> = {
  LOGIN: "login_requested",
  REGISTER: "registration_requested",
  STEP_UP: "step_up_requested",
  CHANGE_EMAIL: "email_change_requested",
  VERIFY_PHONE: "phone_code_requested",
};

/** Inserts a challenge with its audit entry in one statement for every address, so timing tells nothing (R14). */
export async function createChallenge(
  challenge: NewChallenge,
  browser: Pick<AskingBrowser, "challengeKey" | "trustedKey" | "visitor">,
): Promise<CreatedChallenge> {
  const { purpose, returnTo } = challenge;
  const isPhone = purpose === "VERIFY_PHONE";
  const address = isPhone ? challenge.phone : challenge.email;
  const { visitor } = browser;
  const id = randomBytes(16).toString("base64url");
  const now = new Date();
  const expiresAt = new Date(now.getTime() + challengeLifeMs);
  const payload = JSON.stringify(payloadOf(challenge));
  const owner = "sessionId" in challenge ? challenge : null;
  const userId = owner?.userId ?? null;
  // A session is trusted by itself.
  const trusted =
    owner !== null
      ? Prisma.sql`${hashKey(owner.sessionId)}`
      : trustedKeyHashSql(address, browser.trustedKey && hashKey(browser.trustedKey));
  const [found] = await db().$queryRaw<Omit<CreatedChallenge, "id" | "expiresAt">[]>`${keptPlan}
    WITH trusted AS (SELECT ${trusted} AS "knownKeyHash"
    ), asked AS (
      SELECT ${purpose}::"Purpose" AS "purpose", "knownKeyHash", ${payload}::jsonb AS "payload",
        ${isTrustedSql(purpose)} AS "isTrusted"
      FROM trusted
    ), code AS (${chooseCodeSql(address, Prisma.sql`asked`, id)}
    ), challenge AS (
      INSERT INTO "Challenge" ("id", "purpose", "address", "channel", "browserKeyHash", "knownKeyHash", "payload", "returnTo",
        "userId", "codeId", "isTrusted", "createdAt", "lastSentAt", "expiresAt", "ip", "userAgent")
      SELECT ${id}, "purpose", ${address}, ${isPhone ? "SMS" : "EMAIL"}::"Channel", ${hashKey(browser.challengeKey)}, "knownKeyHash",
        "payload", ${returnTo}, ${userId}::uuid, "codeId", "isTrusted", ${now}, ${now}, ${expiresAt}, ${visitor.ip}, ${visitor.userAgent}
      FROM asked, code
    ), audit AS (
      ${insertEvent({ name: eventOf[purpose], actorId: userId, subjectId: userId, ...traceOf(id, address, visitor) })}
    )
    SELECT ${messageReaderColumns(purpose)}, code."needsFreshCode", asked."isTrusted"
    FROM asked CROSS JOIN code ${messageReaderJoin(address, purpose, userId)}`;
  if (found === undefined) throw new Error("The database did not say what it found.");
  return { id, expiresAt, ...found };
}

function payloadOf(challenge: NewChallenge) {
  switch (challenge.purpose) {
    case "REGISTER":
      return challenge.registration;
    case "STEP_UP":
      return { act: challenge.act };
    case "CHANGE_EMAIL":
      return { from: challenge.from };
    case "VERIFY_PHONE":
      return { email: challenge.email };
    default:
      return null;
  }
}
