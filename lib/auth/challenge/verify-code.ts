import { recordEvent, traceOf } from "@/lib/audit/record-event";
import type { AskForBotCheck } from "@/lib/auth/device/asking-browser";
import { checkCharges, phoneCheckCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeAsking, chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import type { Visitor } from "@/lib/http/visitor";
import { consume, refund, settle } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { count } from "@/lib/telemetry/metrics";
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
  | "CHALLENGE_ENDED"
  /** Already used by this browser, perhaps by a double click. */
  | "CHALLENGE_FINISHED"
  | "CODE_REJECTED"
  /** Other requests ended its code (fresh-code.ts). The attempt is given back. */
  | "CODE_VOID"
  | "TOO_MANY_ATTEMPTS"
  | "PROVIDER_UNAVAILABLE"
  /** The provider may have compared the code; the result is unknown. */
  | "PROVIDER_SILENT";

/** Wait until a challenge is this old (ms) before comparing: a check that waits for the sending would reveal it. */
const youngestMs = 2_000;

type Counted = Omit<VerifiedChallenge, "phone"> & {
  knownKeyHash: string | null;
  createdAt: Date;
  phoneSentAt: Date | null;
};

/** Compares a code with each that was sent, counting the attempt first, atomically (R7). Throws TooManyRequests. */
export async function verifyCode(
  attempt: ChallengeClaim & { code: string },
  asker: { visitor: Visitor; askForBotCheck: AskForBotCheck },
): Promise<Result<VerifiedChallenge, VerifyCodeError> | BotCheckNeeded> {
  const { visitor } = asker;
  const { challengeId, browserKeyHash, code, purposes, session } = attempt;
  const ofSession =
    session === undefined
      ? Prisma.empty
      : Prisma.sql`AND "userId" = ${session.userId}::uuid AND "knownKeyHash" = ${session.knownKeyHash}`;
  const [counted] = await db().$queryRaw<Counted[]>`${keptPlan}
    UPDATE "Challenge" SET "attempts" = "attempts" + 1
    WHERE "id" = ${challengeId}
      AND "browserKeyHash" = ${browserKeyHash}
      ${ofSession} AND "purpose" = ANY(${purposes}::"Purpose"[])
      AND "provenAt" IS NULL AND "consumedAt" IS NULL AND "expiresAt" > ${new Date()} AND "attempts" < ${maxAttempts}::int
    RETURNING "id", "purpose"::text AS "purpose", "address", "channel"::text AS "channel", "payload", "knownKeyHash",
      "attempts", "createdAt", "phoneSentAt"`;
  if (counted === undefined) return await whyNotCounted(attempt, visitor);

  // A new address is no one's yet, so all guess as strangers.
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

  const begunMs = Math.max(counted.createdAt.getTime(), counted.phoneSentAt?.getTime() ?? 0);
  const waitMs = Math.min(begunMs + youngestMs - Date.now(), youngestMs);
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  const openCodes = await findOpenCodes(challengeId);
  const ofPhones = openCodes.flatMap((open) => phoneCheckCharges(open, counted.address, trustedKeyHash, visitor.ip));
  for (const [place, open] of openCodes.entries()) {
    if (place > 0) await chargeOrRefuse(ofSecond, counted.address, visitor);
    // Refused silently: an answer would tell that the account has a phone.
    if (open.isPhones && !(await consume(ofPhones)).isAllowed) continue;
    const checked = await twilioProvider.check(open.sid, open.address, code, open.isTrusted);
    if (checked.ok) {
      // A later message may have gone to another number.
      const phone =
        open.phone === null ? Prisma.empty : Prisma.sql`, "phone" = ${open.phone}, "phoneSid" = ${open.sid}`;
      await db().$executeRaw`${keptPlan}
        UPDATE "Challenge" SET "provenAt" = ${new Date()}, "provenBy" = ${open.channel}::"Channel" ${phone}
        WHERE "id" = ${challengeId} AND "provenAt" IS NULL`;
      // The source gets its one charge back.
      await settle([...ofIdentity, ...ofPhones], ofSource).catch((error) =>
        logEvent("warn", "failures_not_forgotten", describeError(error)),
      );
      count("shop.codes.converted", { channel: open.channel });
      return ok({ ...counted, channel: open.channel, phone: open.phone });
    }
    if (checked.error === "CODE_REJECTED") continue;
    // On silence, the provider may have compared the code: the attempt stays counted.
    if (checked.error === "PROVIDER_SILENT") return fail("PROVIDER_SILENT");
    await refund([...(open.isPhones ? ofPhones : []), ...(place > 0 ? ofSecond : [...ofIdentity, ...ofSource])]);
    if (place > 0) return fail("PROVIDER_SILENT");
    await giveAttemptBack(challengeId);
    return fail("PROVIDER_UNAVAILABLE");
  }

  const already = (await findVerified(attempt)) ?? (await findVerifiedSoon(attempt, 1));
  if (already !== null) return toVerified(already);
  const isVoid = await isCodeVoid(challengeId, 1);
  const channel = openCodes[0]?.channel ?? counted.channel;
  count("shop.codes.refused", { channel, reason: isVoid ? "ended" : "wrong" });
  const trace = traceOf(challengeId, counted.address, visitor);
  await recordEvent(db(), { name: "code_rejected", ...trace, details: { channel } });
  if (isVoid) {
    await giveAttemptBack(challengeId);
    return fail("CODE_VOID");
  }
  return fail(counted.attempts < maxAttempts ? "CODE_REJECTED" : "TOO_MANY_ATTEMPTS");
}

async function giveAttemptBack(id: string): Promise<void> {
  await db().challenge.updateMany({ where: { id, attempts: { gt: 0 } }, data: { attempts: { decrement: 1 } } });
}

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
  // Looking again is work, so it is charged first.
  await chargeOrRefuse(checkCharges("", null, visitor.ip).ofSource, null, visitor);
  const provenSoon = await findVerifiedSoon(attempt, looks);
  return provenSoon === null ? fail("TOO_MANY_ATTEMPTS") : toVerified(provenSoon);
}
