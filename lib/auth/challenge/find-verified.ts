import type { ChannelName } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import type { ChallengePurpose } from "./challenge";

type ChallengeOwner = { userId: string; knownKeyHash: string };

export type VerifiedChallenge = {
  id: string;
  purpose: string;
  address: string;
  /** How the right code was sent; of several channels to one phone, the last asked for. */
  channel: ChannelName;
  /** The phone that got the right code; null if it was mailed. */
  phone: string | null;
  payload: unknown;
  /** Comparisons, including the right one. */
  attempts: number;
};

export type ChallengeClaim = {
  challengeId: string;
  browserKeyHash: string;
  purposes: ChallengePurpose[];
  session?: ChallengeOwner;
};

/** This browser's verified, unexpired challenge, or null: to continue after a taken username or an outage. */
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

const lookEveryMs = 150;

/** Retries `findVerified`: of parallel requests with one code Twilio approves one. Equally slow for all addresses. */
export async function findVerifiedSoon(attempt: ChallengeClaim, times: number) {
  for (let look = 1; look <= times; look++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const proven = await findVerified(attempt);
    if (proven !== null) return proven;
  }
  return null;
}

/** CHALLENGE_FINISHED if the challenge was already used. */
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
