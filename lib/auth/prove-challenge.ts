import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { maxAttempts } from "./challenge";
import type { Visitor } from "./visitor";

export type ProveError =
  /** Unknown, another browser's, expired. */
  | "CHALLENGE_ENDED"
  /** This browser has used it already, perhaps by a double click. */
  | "CHALLENGE_FINISHED"
  | "CODE_REJECTED"
  | "TOO_MANY_ATTEMPTS"
  | "PROVIDER_UNAVAILABLE";

/** What a proven challenge proves, for whoever goes on to consume it. */
export type ProvenChallenge = {
  id: string;
  purpose: string;
  address: string;
  payload: unknown;
};

/** The mail can arrive before the provider's id is written down: how long a check waits for it, in milliseconds. */
const sidWaitMs = 3_000;
const sidPollMs = 100;

/**
 * Checks a code. The attempt is counted in one atomic statement before anybody compares it, so fifty guesses at the
 * same moment reach Twilio five times at most (Kratos counts so too). The statement also asks for the browser's key,
 * the purpose and the life of the challenge: a code counts from nowhere else, for nothing else, and not later.
 * Writes nothing on success: the caller consumes the challenge in the transaction of what it was for.
 */
export async function proveChallenge(
  attempt: { challengeId: string; browserKeyHash: string; code: string; purposes: ("LOGIN" | "REGISTER")[] },
  visitor: Visitor,
): Promise<Result<ProvenChallenge, ProveError>> {
  const { challengeId, browserKeyHash, code, purposes } = attempt;
  const [counted] = await db().challenge.updateManyAndReturn({
    where: {
      id: challengeId,
      browserKeyHash,
      purpose: { in: purposes },
      provenAt: null,
      consumedAt: null,
      expiresAt: { gt: new Date() },
      attempts: { lt: maxAttempts },
    },
    data: { attempts: { increment: 1 } },
    select: { id: true, purpose: true, address: true, payload: true, providerSid: true, attempts: true },
  });
  if (counted === undefined) return fail(await whyNotCounted(challengeId, browserKeyHash));

  const sid = counted.providerSid ?? (await waitForSid(challengeId)) ?? twilioProvider.decoySid();
  const checked = await twilioProvider.check(sid, counted.address, code);
  if (checked.ok) return ok(counted);

  if (checked.error === "CODE_REJECTED") {
    if (await isFinished(challengeId)) return fail("CHALLENGE_FINISHED");
    await recordEvent(db(), {
      name: "code_rejected",
      challengeId,
      maskedIdentifier: maskEmail(counted.address),
      ip: visitor.ip,
      userAgent: visitor.userAgent,
    });
    return fail(counted.attempts < maxAttempts ? "CODE_REJECTED" : "TOO_MANY_ATTEMPTS");
  }
  // An answer that is an error compared nothing, so the shopper keeps the attempt. Silence may hide a comparison.
  if (checked.error === "PROVIDER_UNAVAILABLE") {
    await db().challenge.updateMany({
      where: { id: challengeId, attempts: { gt: 0 } },
      data: { attempts: { decrement: 1 } },
    });
  }
  return fail("PROVIDER_UNAVAILABLE");
}

async function whyNotCounted(challengeId: string, browserKeyHash: string): Promise<ProveError> {
  const row = await db().challenge.findUnique({
    where: { id: challengeId, browserKeyHash },
    select: { consumedAt: true, expiresAt: true, attempts: true },
  });
  if (row === null) return "CHALLENGE_ENDED";
  if (row.consumedAt !== null) return "CHALLENGE_FINISHED";
  return row.expiresAt > new Date() && row.attempts >= maxAttempts ? "TOO_MANY_ATTEMPTS" : "CHALLENGE_ENDED";
}

async function isFinished(challengeId: string): Promise<boolean> {
  const row = await db().challenge.findUnique({ where: { id: challengeId }, select: { consumedAt: true } });
  return row !== null && row.consumedAt !== null;
}

async function waitForSid(challengeId: string): Promise<string | null> {
  for (let waitedMs = 0; waitedMs < sidWaitMs; waitedMs += sidPollMs) {
    await new Promise((resolve) => setTimeout(resolve, sidPollMs));
    const row = await db().challenge.findUnique({ where: { id: challengeId }, select: { providerSid: true } });
    if (row?.providerSid) return row.providerSid;
  }
  return null;
}
