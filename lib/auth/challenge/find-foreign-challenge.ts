import { db } from "@/lib/db/client";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { isChallengeId } from "./challenge";

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
