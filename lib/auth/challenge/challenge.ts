import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import type { Challenge } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { maskAddress } from "@/lib/identifier";
import { type CodeAction, findCodeAction } from "@/lib/step-up/sensitive-actions";
import type { Registration } from "@/lib/users/registration-schema";

/** From the first issue, in ms; no resend extends it (NIST SP 800-63B 5.1.3.2, ASVS 6.5.5). */
export const challengeLifeMs = 10 * 60_000;

/** Twilio's limits per verification: five checks, five messages (errors 60202, 60203). */
export const maxAttempts = 5;
const maxSends = 5;

/** Wait after the n-th send, in seconds (Twilio's retry guidance; R11). */
const resendWaitSeconds = [30, 40, 60, 90, 120];

export const purposes = ["LOGIN", "REGISTER", "STEP_UP", "CHANGE_EMAIL", "VERIFY_PHONE"] as const;
export type ChallengePurpose = (typeof purposes)[number];

export function isOfSession(purpose: ChallengePurpose): boolean {
  return purpose !== "LOGIN" && purpose !== "REGISTER";
}

export function provesNewAddress(purpose: string): boolean {
  return purpose === "CHANGE_EMAIL" || purpose === "VERIFY_PHONE";
}

type ChallengeView = {
  id: string;
  purpose: ChallengePurpose;
  maskedAddress: string;
  returnTo: string | null;
  act: CodeAction | null;
  /** When the next message may be asked for; null when all five are spent. */
  resendAt: Date | null;
  sends: number;
  /** The mail server refused our first message, or no provider reaches this phone. */
  isRefused: boolean;
  /** The code was right, but a field was taken meanwhile and must be chosen again. */
  isReauthenticated: boolean;
  chosen: { username: string; phone: string } | null;
};

/** Whether a text has the shape of an id; others would be errors in the database. */
export function isChallengeId(id: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(id);
}

type PendingRow = Pick<Challenge, "id" | "address" | "payload" | "returnTo" | "sends" | "lastSentAt"> &
  Pick<Challenge, "phoneSentAt" | "expiresAt" | "refusedAt" | "provenAt"> & { purpose: ChallengePurpose };

/** This browser's pending challenge, or null: unknown, foreign, used and expired look the same. */
export async function findPendingChallenge(id: string, browserKey: string | null): Promise<ChallengeView | null> {
  if (browserKey === null || !isChallengeId(id)) return null;
  const [row] = await db().$queryRaw<PendingRow[]>`${keptPlan}
    SELECT "id", "purpose"::text AS "purpose", "address", "payload", "returnTo", "sends", "lastSentAt", "phoneSentAt",
      "expiresAt", "refusedAt", "provenAt"
    FROM "Challenge"
    WHERE "id" = ${id} AND "browserKeyHash" = ${hashKey(browserKey)} AND "purpose" = ANY(${purposes}::"Purpose"[])
      AND "consumedAt" IS NULL AND "expiresAt" > ${new Date()}
      AND ("provenAt" IS NOT NULL OR "attempts" < ${maxAttempts}::int)`;
  if (row === undefined) return null;
  const registration = row.purpose === "REGISTER" ? (row.payload as Registration) : null;
  return {
    id: row.id,
    purpose: row.purpose,
    maskedAddress: maskAddress(row.address),
    returnTo: row.returnTo,
    act: row.purpose === "STEP_UP" ? findCodeAction(row.payload) : null,
    resendAt: resendAt(row),
    sends: row.sends,
    isRefused: row.refusedAt !== null,
    isReauthenticated: row.provenAt !== null,
    chosen: registration && { username: registration.username, phone: registration.phone },
  };
}

/** When the next message may be sent, over all channels; null when all are spent or the code would expire first. */
export function resendAt(challenge: {
  sends: number;
  lastSentAt: Date;
  phoneSentAt: Date | null;
  expiresAt: Date;
}): Date | null {
  const wait = resendWaitSeconds[challenge.sends - 1];
  if (challenge.sends >= maxSends || wait === undefined) return null;
  const lastSentMs = Math.max(challenge.lastSentAt.getTime(), challenge.phoneSentAt?.getTime() ?? 0);
  const at = new Date(lastSentMs + wait * 1_000);
  return at < challenge.expiresAt ? at : null;
}

/** Uses up a verified challenge inside the caller's transaction; false if used or expired. */
export async function consumeChallenge(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await transaction.challenge.updateMany({
    where: { id, provenAt: { not: null }, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
  });
  return count > 0;
}
