import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import { maskAddress } from "@/lib/identifier";
import { type CodeAction, findCodeAction } from "@/lib/step-up/sensitive-actions";
import type { Registration } from "@/lib/users/registration-schema";

/** A code lives 10 minutes from its first issue (NIST SP 800-63B 5.1.3.2, ASVS 6.5.5), and no resend extends it. */
export const challengeLifeMs = 10 * 60_000;

/** Twilio compares five codes and sends five messages per verification (errors 60202 and 60203). */
export const maxAttempts = 5;
const maxSends = 5;

/** How long to wait after the n-th send, in seconds (Twilio's retry guidance; R11). */
const resendWaitSeconds = [30, 40, 60, 90, 120];

/** What these pages can prove. */
export const purposes = ["LOGIN", "REGISTER", "STEP_UP", "CHANGE_EMAIL", "VERIFY_PHONE"] as const;
export type ChallengePurpose = (typeof purposes)[number];

/** Whether a challenge confirms something in a session that is there already; the others open one. */
export function isOfSession(purpose: ChallengePurpose): boolean {
  return purpose !== "LOGIN" && purpose !== "REGISTER";
}

/** Whether a challenge proves an address or phone that is not the account's yet, and so not who its owner is. */
export function provesNewAddress(purpose: string): boolean {
  return purpose === "CHANGE_EMAIL" || purpose === "VERIFY_PHONE";
}

/** A pending challenge as its own browser may see it. */
type ChallengeView = {
  id: string;
  purpose: ChallengePurpose;
  maskedAddress: string;
  returnTo: string | null;
  /** What a step-up confirms; null for a login or a registration. */
  act: CodeAction | null;
  /** When the next message may be asked for; null when all five are spent. */
  resendAt: Date | null;
  /** So many messages were asked for, over all channels. */
  sends: number;
  /** The mail server of the address refused our first message, or nobody sends to this phone. */
  isRefused: boolean;
  /** The code was right, but the account could not be made yet: a field must be chosen anew. */
  isReauthenticated: boolean;
  chosen: { username: string; phone: string } | null;
};

/** Whether a text has the shape of a challenge's id. Anything else is not worth asking the database, or even a fault there. */
export function isChallengeId(id: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(id);
}

/**
 * The pending challenge with this id, if this browser asked for it and it has neither run out nor been used; else null.
 * An unknown, a foreign, a finished, a spent and an expired one are the same answer.
 */
export async function findPendingChallenge(id: string, browserKey: string | null): Promise<ChallengeView | null> {
  if (browserKey === null || !isChallengeId(id)) return null;
  const row = await db().challenge.findUnique({
    where: {
      id,
      browserKeyHash: hashKey(browserKey),
      purpose: { in: [...purposes] },
      consumedAt: null,
      expiresAt: { gt: new Date() },
      // With its tries used up it takes no code any more (expired-challenge.ts).
      OR: [{ provenAt: { not: null } }, { attempts: { lt: maxAttempts } }],
    },
  });
  if (row === null) return null;
  const registration = row.purpose === "REGISTER" ? (row.payload as Registration) : null;
  return {
    id: row.id,
    purpose: row.purpose as ChallengePurpose,
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

/**
 * When the next message may be sent, or null when all are spent or the code would be dead by then. Messages count and
 * wait together, whatever their channel.
 */
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

/** Uses a proven challenge up, in the transaction of what it was for; false if it was used before or has run out. */
export async function consumeChallenge(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await transaction.challenge.updateMany({
    where: { id, provenAt: { not: null }, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
  });
  return count > 0;
}
