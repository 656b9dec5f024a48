import { randomUUID } from "node:crypto";
import type { AuditEntry } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { baseMailbox, maskEmail } from "@/lib/identifier";
import { type Charge, consume, refund } from "@/lib/limits/consume";
import { fail, type Result } from "@/lib/result";
import { stepUpLifeMs } from "@/lib/step-up/re-authentication";
import type { PasskeyAction } from "@/lib/step-up/sensitive-actions";
import { lockAdminChanges } from "@/lib/users/locks";

export type ActingAdmin = { id: string; sessionId: string; ip: string | null; userAgent: string | null };

export type AdminRefusal = "NO_PASSKEY" | "REAUTHENTICATION_NEEDED" | "NOT_ADMIN";

const administer: PasskeyAction = "administer";

type AdminEligibility = { isAdmin: boolean; hasPasskey: boolean; isReauthenticated: boolean };

/** For the pages of changes; the change checks again. */
export async function readAdminEligibility(admin: { id: string; sessionId: string }): Promise<AdminEligibility> {
  return await eligibilityOf(db(), admin, new Date());
}

/** Runs one admin change in one transaction, behind the lock: must be admin, with a passkey confirmed in the last
 * five minutes (R33). `change` must refuse before it writes. */
export async function changeAsAdmin<Value, Refusal extends string>(
  admin: ActingAdmin,
  change: (transaction: Transaction, now: Date) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | AdminRefusal>> {
  return await db().$transaction(async (transaction) => {
    await lockAdminChanges(transaction);
    const now = new Date();
    const { isAdmin, hasPasskey, isReauthenticated } = await eligibilityOf(transaction, admin, now);
    if (!isAdmin) return fail("NOT_ADMIN");
    if (!hasPasskey) return fail("NO_PASSKEY");
    if (!isReauthenticated) return fail("REAUTHENTICATION_NEEDED");
    return await change(transaction, now);
  });
}

type Change = Pick<AuditEntry, "name" | "subjectId" | "maskedIdentifier" | "details">;

/** Audits an admin's change. `reason` is in a row that goes with the user. */
export async function recordChange(
  transaction: Pick<Transaction, "$executeRaw">,
  admin: Pick<ActingAdmin, "id" | "ip" | "userAgent">,
  { reason, ...entry }: Change & { reason?: string },
): Promise<void> {
  const { id: actorId, ip, userAgent } = admin;
  let { details } = entry;
  if (reason !== undefined) {
    const reasonId = randomUUID();
    await transaction.$executeRaw`
      INSERT INTO "ChangeReason" ("id", "userId", "text") VALUES (${reasonId}::uuid, ${entry.subjectId}::uuid, ${reason})`;
    details = { ...details, reasonId };
  }
  await recordEvent(transaction, { ...entry, ...(details ? { details } : {}), actorId, ip, userAgent });
}

async function eligibilityOf(
  database: Pick<Transaction, "$queryRaw">,
  admin: { id: string; sessionId: string },
  now: Date,
): Promise<AdminEligibility> {
  const provenAfter = new Date(now.getTime() - stepUpLifeMs);
  const [eligibility] = await database.$queryRaw<AdminEligibility[]>`
    SELECT
      "User"."role" = 'ADMIN' AND "User"."disabledAt" IS NULL AND "User"."deletionAskedAt" IS NULL
        AND "Session"."expires" > ${now} AS "isAdmin",
      EXISTS (
        SELECT 1 FROM "Authenticator" WHERE "userId" = "User"."id" AND "cloneSuspectedAt" IS NULL
      ) AS "hasPasskey",
      EXISTS (
        SELECT 1 FROM "StepUp"
        WHERE "sessionId" = "Session"."id" AND "act" = ${administer} AND "provenAt" > ${provenAfter}
      ) AS "isReauthenticated"
    FROM "Session" JOIN "User" ON "User"."id" = "Session"."userId"
    WHERE "Session"."id" = ${admin.sessionId}::uuid AND "User"."id" = ${admin.id}::uuid`;
  return eligibility ?? { isAdmin: false, hasPasskey: false, isReauthenticated: false };
}

/** Charges a change that mails `address`; refusals are free. Uses the trusted budget, out of strangers' reach.
 * Throws LimitsUnavailable. */
export async function chargeNotice<Value, Refusal extends string>(
  admin: ActingAdmin,
  address: string,
  change: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | "NOTICES_SPENT">> {
  const charges: Charge[] = [
    { policy: "notice.address.day", subject: address },
    { policy: "notice.admin.day", subject: admin.id },
    { policy: "send.known.mailbox.day", subject: baseMailbox(address) },
    { policy: "send.known.all.day", subject: "all" },
  ];
  const decision = await consume(charges);
  if (!decision.isAllowed) {
    const { isFirst, policy, subject } = decision;
    if (isFirst) {
      const { id: actorId, ip, userAgent } = admin;
      // An admin's limit is about the sender, not the address.
      const maskedIdentifier = policy === "notice.admin.day" ? null : maskEmail(address);
      const entry = { name: "limit_reached", maskedIdentifier, details: { policy, subject } } as const;
      await recordEvent(db(), { ...entry, actorId, ip, userAgent });
    }
    return fail("NOTICES_SPENT");
  }
  const changed = await change();
  if (!changed.ok) await refund(charges);
  return changed;
}
