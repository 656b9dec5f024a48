import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { forget, refund } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { type ChallengePurpose, maxAttempts } from "./challenge";
import { traceOf } from "./challenge-trace";
import { chargeOrRefuse } from "./charge-sending";
import { findOwnSid } from "./fresh-code";
import { checkCharges } from "./limit-charges";
import type { Visitor } from "./visitor";

export type ProveError =
  /** Unknown, another browser's, expired. */
  | "CHALLENGE_ENDED"
  /** This browser has used it already, perhaps by a double click. */
  | "CHALLENGE_FINISHED"
  | "CODE_REJECTED"
  | "TOO_MANY_ATTEMPTS"
  | "PROVIDER_UNAVAILABLE"
  /** The provider may have compared the code, and we do not know with what result. */
  | "PROVIDER_SILENT";

/** The session that asked, for a challenge that is bound to one. */
export type ChallengeOwner = { userId: string; knownKeyHash: string };

/** What a proven challenge proves, for whoever goes on to consume it. */
export type ProvenChallenge = {
  id: string;
  purpose: string;
  address: string;
  /** How its code was sent. */
  channel: "EMAIL" | "SMS" | "WHATSAPP" | "CALL";
  payload: unknown;
  /** How often a code was compared, the right one included. */
  attempts: number;
};

/**
 * How old a challenge must be before its code is compared, in milliseconds. Until then the provider may still be
 * sending, and a check that waited for exactly that would tell by its length whether there was a code to send. No
 * shopper reads and types a code so fast.
 */
const youngestMs = 2_000;

/**
 * Checks a code. The attempt is counted in one atomic statement before anybody compares it, so fifty guesses at the
 * same moment reach Twilio five times at most (Kratos counts so too). The statement also asks for the browser's key,
 * the purpose and the life of the challenge: a code counts from nowhere else, for nothing else, and not later.
 * Then the failures of the address count, across all its challenges (R7): in a lane of their own where this browser has
 * logged in before, so that strangers cannot close it. Throws TooManyRequests where those are used up.
 * A right code is written down as proven at once, since Twilio approves it only once: whatever goes wrong afterwards,
 * the same browser can go on from there. The caller consumes the challenge in the transaction of what it was for.
 */
export async function proveChallenge(
  attempt: {
    challengeId: string;
    browserKeyHash: string;
    code: string;
    purposes: ChallengePurpose[];
    session?: ChallengeOwner;
  },
  visitor: Visitor,
): Promise<Result<ProvenChallenge, ProveError>> {
  const { challengeId, browserKeyHash, code, purposes, session } = attempt;
  const [counted] = await db().challenge.updateManyAndReturn({
    where: {
      id: challengeId,
      browserKeyHash,
      ...session,
      purpose: { in: purposes },
      provenAt: null,
      consumedAt: null,
      expiresAt: { gt: new Date() },
      attempts: { lt: maxAttempts },
    },
    data: { attempts: { increment: 1 } },
    select: {
      id: true,
      purpose: true,
      address: true,
      channel: true,
      payload: true,
      knownKeyHash: true,
      attempts: true,
      createdAt: true,
    },
  });
  if (counted === undefined) return await whyNotCounted(attempt, visitor);

  const { ofIdentity, ofSource } = checkCharges(counted.address, counted.knownKeyHash, visitor.ip);
  try {
    await chargeOrRefuse([...ofIdentity, ...ofSource], counted.address, visitor);
  } catch (error) {
    await giveAttemptBack(challengeId);
    throw error;
  }

  // At most that long, whatever another instance's clock wrote.
  const waitMs = Math.min(counted.createdAt.getTime() + youngestMs - Date.now(), youngestMs);
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const sid = (await findOwnSid(challengeId)) ?? twilioProvider.decoySid();
  const checked = await twilioProvider.check(sid, counted.address, code);
  if (checked.ok) {
    await db().challenge.updateMany({ where: { id: challengeId, provenAt: null }, data: { provenAt: new Date() } });
    await forget(ofIdentity).catch((error) => logEvent("warn", "failures_not_forgotten", describeError(error)));
    return ok(counted);
  }

  if (checked.error === "CODE_REJECTED") {
    // The same browser may have proven it this very moment, by a double click.
    const already = (await findProven(attempt)) ?? (await findProvenSoon(attempt, 1));
    if (already !== null) return toResult(already);
    await recordEvent(db(), {
      name: "code_rejected",
      ...traceOf(challengeId, counted.address, visitor),
      details: { channel: counted.channel },
    });
    return fail(counted.attempts < maxAttempts ? "CODE_REJECTED" : "TOO_MANY_ATTEMPTS");
  }
  // An answer that is an error compared nothing, so the shopper keeps the attempt. Silence may hide a comparison.
  if (checked.error === "PROVIDER_UNAVAILABLE") {
    await giveAttemptBack(challengeId);
    await refund([...ofIdentity, ...ofSource]);
  }
  return fail(checked.error);
}

async function giveAttemptBack(id: string): Promise<void> {
  await db().challenge.updateMany({ where: { id, attempts: { gt: 0 } }, data: { attempts: { decrement: 1 } } });
}

type Attempt = {
  challengeId: string;
  browserKeyHash: string;
  purposes: ChallengePurpose[];
  session?: ChallengeOwner;
};

/**
 * The challenge of this browser, if its code was right once and it has not run out; null otherwise. For whoever has to
 * go on after a proof: a taken username, a database that failed in between.
 */
export async function findProven({ challengeId, browserKeyHash, purposes, session }: Attempt) {
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
      payload: true,
      attempts: true,
      consumedAt: true,
    },
  });
}

/** How often, and for how many milliseconds each, a refusal waits for another request of this browser to finish. */
const looks = 10;
const lookEveryMs = 150;

/**
 * Looks again a little later: of many requests with the same right code all should be told so, and Twilio approves one.
 * It waits the same for every address, so its time tells nothing.
 */
async function findProvenSoon(attempt: Attempt, times: number) {
  for (let look = 1; look <= times; look++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const proven = await findProven(attempt);
    if (proven !== null) return proven;
  }
  return null;
}

async function whyNotCounted(attempt: Attempt, visitor: Visitor): Promise<Result<ProvenChallenge, ProveError>> {
  const { challengeId, browserKeyHash, session } = attempt;
  const proven = await findProven(attempt);
  if (proven !== null) return toResult(proven);
  const row = await db().challenge.findUnique({
    where: { id: challengeId, browserKeyHash, ...session },
    select: { expiresAt: true, attempts: true },
  });
  const isSpent = row !== null && row.expiresAt > new Date() && row.attempts >= maxAttempts;
  if (!isSpent) return fail("CHALLENGE_ENDED");
  // Looking again and again is work, so whoever asks for it is counted first.
  await chargeOrRefuse(checkCharges("", null, visitor.ip).ofSource, null, visitor);
  const provenSoon = await findProvenSoon(attempt, looks);
  return provenSoon === null ? fail("TOO_MANY_ATTEMPTS") : toResult(provenSoon);
}

function toResult(proven: NonNullable<Awaited<ReturnType<typeof findProven>>>): Result<ProvenChallenge, ProveError> {
  return proven.consumedAt === null ? ok(proven) : fail("CHALLENGE_FINISHED");
}
