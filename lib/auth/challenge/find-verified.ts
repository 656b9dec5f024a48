import type { ChannelName } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import type { ChallengePurpose } from "./challenge";

/** The session that asked, for a challenge that is bound to one. */
type ChallengeOwner = { userId: string; knownKeyHash: string };

/** What a proven challenge proves, for whoever goes on to consume it. */
export type VerifiedChallenge = {
  id: string;
  purpose: string;
  address: string;
  /** How the right code had gone out; of several ways to one phone, the last that was asked for. */
  channel: ChannelName;
  /** The number that got the right code; null where it was mailed. */
  phone: string | null;
  payload: unknown;
  /** How often a code was compared, the right one included. */
  attempts: number;
};

/** Whose challenge is looked for. */
export type ChallengeClaim = {
  challengeId: string;
  browserKeyHash: string;
  purposes: ChallengePurpose[];
  session?: ChallengeOwner;
};

/**
 * The challenge of this browser, if its code was right once and it has not run out; null otherwise. For whoever has to
 * go on after a proof: a taken username, a database that failed in between.
 */
export async function findVerified({ challengeId, browserKeyHash, purposes, session }: ChallengeClaim) {
  return await db().challenge.findUnique({
    where: {
      id: challengeId,
      browserKeyHash,
      ...session,
      purpose: { in: purposes },
      provenAt: { not: null },
      expiresAt: { gt: new Date() },
    },
    select: {
      id: true,
      purpose: true,
      address: true,
      channel: true,
      provenBy: true,
      phone: true,
      payload: true,
      attempts: true,
      consumedAt: true,
    },
  });
}

/** How long each look of `findVerifiedSoon` is waited for, in milliseconds. */
const lookEveryMs = 150;

/**
 * Looks again a little later: of many requests with the same right code all should be told so, and Twilio approves one.
 * It waits the same for every address, so its time tells nothing.
 */
export async function findVerifiedSoon(attempt: ChallengeClaim, times: number) {
  for (let look = 1; look <= times; look++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const proven = await findVerified(attempt);
    if (proven !== null) return proven;
  }
  return null;
}

/** A challenge whose code was right, as it goes on; CHALLENGE_FINISHED where it has gone on already. */
export function toVerified({
  provenBy,
  phone,
  consumedAt,
  ...proven
}: NonNullable<Awaited<ReturnType<typeof findVerified>>>): Result<VerifiedChallenge, "CHALLENGE_FINISHED"> {
  if (consumedAt !== null) return fail("CHALLENGE_FINISHED");
  const isByPhone = provenBy !== null && provenBy !== proven.channel;
  return ok({ ...proven, channel: provenBy ?? proven.channel, phone: isByPhone ? phone : null });
}
