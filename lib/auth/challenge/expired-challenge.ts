import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { maskAddress } from "@/lib/identifier";
import type { Registration } from "@/lib/users/registration-schema";
import { type ChallengePurpose, isChallengeId, maxAttempts, purposes } from "./challenge";

/** For the server alone; only `maskedAddress` may reach the page. */
export type ExpiredChallenge = {
  id: string;
  purpose: ChallengePurpose;
  why: "EXPIRED" | "TOO_MANY_ATTEMPTS";
  email: string;
  maskedAddress: string;
  /** Null unless the purpose is a registration. */
  registration: Registration | null;
  returnTo: string | null;
  isMailRefused: boolean;
};

/** This browser's challenge that ran out of time or tries, else null. Reads no user, so all addresses look alike. */
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

/** What another browser may see of a challenge: nothing about the person. */
export type ForeignChallenge = { device: string; askedAt: Date };

/** A challenge that still takes a code, in any browser: tells where to type it. Reads no address. */
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
