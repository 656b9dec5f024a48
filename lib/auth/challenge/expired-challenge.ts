import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { maskAddress } from "@/lib/identifier";
import type { Registration } from "@/lib/users/registration-schema";
import { type ChallengePurpose, isChallengeId, maxAttempts, purposes } from "./challenge";

/** A challenge that nobody can finish any more, for the server alone: only `maskedAddress` is for the page. */
export type ExpiredChallenge = {
  id: string;
  purpose: ChallengePurpose;
  why: "EXPIRED" | "TOO_MANY_ATTEMPTS";
  email: string;
  maskedAddress: string;
  /** What was typed into the registration form; null for any other purpose. */
  registration: Registration | null;
  returnTo: string | null;
  /** The mail server of the address refused our first message. */
  isMailRefused: boolean;
};

/**
 * The challenge with this id, if this browser asked for it and it ran out or its five tries are used up; else null. One
 * that did what it was for, or that the reader of the mail reported, has nothing to go on from: null as well. It lives
 * as long as the row (lib/retention.ts). Reads no user, so it is the same for addresses with and without an account.
 */
export async function findExpiredChallenge(id: string, browserKey: string | null): Promise<ExpiredChallenge | null> {
  if (browserKey === null || !isChallengeId(id)) return null;
  const now = new Date();
  const row = await db().challenge.findUnique({
    where: {
      id,
      browserKeyHash: hashKey(browserKey),
      purpose: { in: [...purposes] },
      consumedAt: null,
      reportedAt: null,
      OR: [{ expiresAt: { lte: now } }, { provenAt: null, attempts: { gte: maxAttempts } }],
    },
  });
  if (row === null) return null;
  return {
    id: row.id,
    purpose: row.purpose as ChallengePurpose,
    why: row.expiresAt <= now ? "EXPIRED" : "TOO_MANY_ATTEMPTS",
    email: row.address,
    maskedAddress: maskAddress(row.address),
    registration: row.purpose === "REGISTER" ? (row.payload as Registration) : null,
    returnTo: row.returnTo,
    isMailRefused: row.refusedAt !== null,
  };
}

/** What a browser that did not ask for a code may see of the request: who asked and when, nothing about the person. */
export type ForeignChallenge = { device: string; askedAt: Date };

/**
 * The challenge with this id while a code can still be typed for it, whoever asked; null for an unknown, used, proven,
 * reported or expired one. Whoever opens the link of a code mail in another browser is told by it where to type the
 * code. It reads no address, so it is the same for those with and without an account.
 */
export async function findForeignChallenge(id: string, locale: Locale): Promise<ForeignChallenge | null> {
  if (!isChallengeId(id)) return null;
  const row = await db().challenge.findUnique({
    where: {
      id,
      purpose: { in: ["LOGIN", "REGISTER"] },
      provenAt: null,
      consumedAt: null,
      expiresAt: { gt: new Date() },
    },
    select: { userAgent: true, createdAt: true },
  });
  return row && { device: describeDevice(row.userAgent, locale), askedAt: row.createdAt };
}
