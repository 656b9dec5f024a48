import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import type { AskForBotCheck } from "@/lib/auth/device/trusted-device";
import { checkCharges, phoneCheckCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeAsking, chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, consume, forget, refund } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { maxAttempts, provesNewAddress } from "./challenge";
import {
  type ChallengeClaim,
  findVerified,
  findVerifiedSoon,
  toVerified,
  type VerifiedChallenge,
} from "./find-verified";
import { isCodeVoid } from "./fresh-code";
import { findOpenCodes } from "./open-codes";

export type VerifyCodeError =
  /** Unknown, another browser's, expired. */
  | "CHALLENGE_ENDED"
  /** This browser has used it already, perhaps by a double click. */
  | "CHALLENGE_FINISHED"
  | "CODE_REJECTED"
  /** Other requests have ended its code, right or wrong (fresh-code.ts). The attempt is given back. */
  | "CODE_VOID"
  | "TOO_MANY_ATTEMPTS"
  | "PROVIDER_UNAVAILABLE"
  /** The provider may have compared the code, and we do not know with what result. */
  | "PROVIDER_SILENT";

/**
 * How old a challenge must be before its code is compared, in milliseconds. Until then the provider may still be
 * sending, and a check that waited for exactly that would tell by its length whether there was a code to send. No
 * shopper reads and types a code so fast.
 */
const youngestMs = 2_000;

/**
 * Checks a code, against each that the challenge may have out. The attempt is counted in one atomic statement before
 * anybody compares it, so fifty guesses at the same moment reach Twilio five times at most (Kratos counts so too). The
 * statement also asks for the browser's key, the purpose and the life of the challenge: a code counts from nowhere else,
 * for nothing else, and not later.
 * Then the failures of the address count, across all its challenges of every purpose (R7): in a lane of their own where
 * this browser has logged in before, so that strangers cannot close it. For the day they count once for each comparison:
 * two codes that are out together give a guesser no more than one. A phone has a budget of its own besides.
 * BOT_CHECK_NEEDED asks for a bot check before the limits are reached, and throws TooManyRequests where they are.
 * A right code is written down as proven at once, since Twilio approves it only once: whatever goes wrong afterwards,
 * the same browser can go on from there. The caller consumes the challenge in the transaction of what it was for.
 */
export async function verifyCode(
  attempt: ChallengeClaim & { code: string },
  asker: { visitor: Visitor; askForBotCheck: AskForBotCheck },
): Promise<Result<VerifiedChallenge, VerifyCodeError> | BotCheckNeeded> {
  const { visitor } = asker;
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
      phoneSentAt: true,
    },
  });
  if (counted === undefined) return await whyNotCounted(attempt, visitor);

  // Nobody has proven that a new address is the asker's, so everybody guesses there as a stranger.
  const trustedKeyHash = provesNewAddress(counted.purpose) ? null : counted.knownKeyHash;
  const { ofIdentity, ofSource, ofSecond } = checkCharges(counted.address, trustedKeyHash, visitor.ip);
  let isCharged = false;
  try {
    const charged = await chargeAsking([...ofIdentity, ...ofSource], counted.address, asker);
    if (!charged.ok) return charged;
    isCharged = true;
  } finally {
    if (!isCharged) await giveAttemptBack(challengeId);
  }

  // At most that long, whatever another instance's clock wrote.
  const begunMs = Math.max(counted.createdAt.getTime(), counted.phoneSentAt?.getTime() ?? 0);
  const waitMs = Math.min(begunMs + youngestMs - Date.now(), youngestMs);
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const openCodes = await findOpenCodes(challengeId);
  const ofPhones = openCodes.flatMap((open) => phoneCheckCharges(open, counted.address, trustedKeyHash, visitor.ip));
  for (const [place, open] of openCodes.entries()) {
    if (place > 0) await chargeOrRefuse(ofSecond, counted.address, visitor);
    // Not compared and not said: the answer would tell that the account has a phone.
    if (open.isPhones && !(await consume(ofPhones)).isAllowed) continue;
    const checked = await twilioProvider.check(open.sid, open.address, code, open.isTrusted);
    if (checked.ok) {
      await db().challenge.updateMany({
        where: { id: challengeId, provenAt: null },
        // With the number that had it: a later message may have gone to another meanwhile.
        data: {
          provenAt: new Date(),
          provenBy: open.channel,
          ...(open.phone === null ? {} : { phone: open.phone, phoneSid: open.sid }),
        },
      });
      await settle([...ofIdentity, ...ofPhones], ofSource).catch((error) =>
        logEvent("warn", "failures_not_forgotten", describeError(error)),
      );
      return ok({ ...counted, channel: open.channel, phone: open.phone });
    }
    if (checked.error === "CODE_REJECTED") continue;
    // An answer that is an error compared nothing, so the shopper keeps the attempt. Silence may hide a comparison, and
    // so does an error after the other code was compared.
    if (checked.error === "PROVIDER_SILENT") return fail("PROVIDER_SILENT");
    await refund([...(open.isPhones ? ofPhones : []), ...(place > 0 ? ofSecond : [...ofIdentity, ...ofSource])]);
    if (place > 0) return fail("PROVIDER_SILENT");
    await giveAttemptBack(challengeId);
    return fail("PROVIDER_UNAVAILABLE");
  }

  // The same browser may have proven it this very moment, by a double click.
  const already = (await findVerified(attempt)) ?? (await findVerifiedSoon(attempt, 1));
  if (already !== null) return toVerified(already);
  const isVoid = await isCodeVoid(challengeId, 1);
  await recordEvent(db(), {
    name: "code_rejected",
    ...traceOf(challengeId, counted.address, visitor),
    details: { channel: openCodes[0]?.channel ?? counted.channel },
  });
  if (isVoid) {
    await giveAttemptBack(challengeId);
    return fail("CODE_VOID");
  }
  return fail(counted.attempts < maxAttempts ? "CODE_REJECTED" : "TOO_MANY_ATTEMPTS");
}

/** After a right code: the failures of what it proves are forgotten, and only failures count for a source. */
async function settle(ofIdentity: Charge[], ofSource: Charge[]): Promise<void> {
  await forget(ofIdentity);
  await refund(ofSource);
}

async function giveAttemptBack(id: string): Promise<void> {
  await db().challenge.updateMany({ where: { id, attempts: { gt: 0 } }, data: { attempts: { decrement: 1 } } });
}

/** How often a refusal looks for another request of this browser to finish. */
const looks = 10;

async function whyNotCounted(
  attempt: ChallengeClaim,
  visitor: Visitor,
): Promise<Result<VerifiedChallenge, VerifyCodeError>> {
  const { challengeId, browserKeyHash, session } = attempt;
  const proven = await findVerified(attempt);
  if (proven !== null) return toVerified(proven);
  const row = await db().challenge.findUnique({
    where: { id: challengeId, browserKeyHash, ...session },
    select: { expiresAt: true, attempts: true },
  });
  const isSpent = row !== null && row.expiresAt > new Date() && row.attempts >= maxAttempts;
  if (!isSpent) return fail("CHALLENGE_ENDED");
  // Looking again and again is work, so whoever asks for it is counted first.
  await chargeOrRefuse(checkCharges("", null, visitor.ip).ofSource, null, visitor);
  const provenSoon = await findVerifiedSoon(attempt, looks);
  return provenSoon === null ? fail("TOO_MANY_ATTEMPTS") : toVerified(provenSoon);
}
