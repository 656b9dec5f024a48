import { recordEvent, traceOf } from "@/lib/audit/record-event";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { newAddressCharges, stepUpCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeOrRefuse, enforceSendingLimits } from "@/lib/auth/rate-limit/enforce";
import { type CodeChannel, channelNames } from "@/lib/code-channels";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { type Challenge, Prisma } from "@/lib/db/generated/client";
import type { Charge } from "@/lib/limits/consume";
import { phoneChannelsFor, phoneCharges } from "@/lib/phone/phone-channels";
import { fail, ok, type Result } from "@/lib/result";
import { findCodeAction } from "@/lib/step-up/sensitive-actions";
import { mostSessions } from "@/lib/users/access-limits";
import { type ChallengePurpose, isChallengeId, maxAttempts, resendAt } from "./challenge";
import {
  deliverCode,
  deliverPhoneCode,
  type MessageReader,
  messageReaderColumns,
  messageReaderJoin,
} from "./deliver-code";
import { chooseCodeSql, isCodeVoid } from "./fresh-code";

export type ResendError = "CHALLENGE_ENDED" | "RESEND_TOO_EARLY" | "RESENDS_SPENT";

export type Resent = {
  /** Runs after the response. */
  deliver: () => Promise<void>;
  /** The channel asked for, whether or not anything is sent by it. */
  channel: CodeChannel;
  /** The challenge verifies a phone. */
  isPhone: boolean;
  /** Null when this was the last message. */
  resendInSeconds: number | null;
  sends: number;
};

/** Resends a code and keeps its attempts; of two at once, one wins. May need a bot check; throws TooManyRequests. */
export async function resendCode(
  challengeId: string,
  browser: AskingBrowser,
  wanted: CodeChannel = "email",
): Promise<Result<Resent, ResendError> | BotCheckNeeded> {
  return await resend(challengeId, browser, wanted, false);
}

/** Replaces a code that other requests ended, at once but charged like any. Null if the code is good. */
export async function replaceVoidCode(
  challengeId: string,
  browser: AskingBrowser,
): Promise<Result<Resent, ResendError> | BotCheckNeeded | null> {
  if (!isChallengeId(challengeId) || !(await isCodeVoid(challengeId, 0))) return null;
  return await resend(challengeId, browser, "email", true);
}

async function resend(
  challengeId: string,
  browser: AskingBrowser,
  wanted: CodeChannel,
  isReplacement: boolean,
): Promise<Result<Resent, ResendError> | BotCheckNeeded> {
  if (!isChallengeId(challengeId)) return fail("CHALLENGE_ENDED");
  const { visitor } = browser;
  const browserKeyHash = hashKey(browser.challengeKey);
  const now = new Date();
  const row = await db().challenge.findUnique({
    where: {
      id: challengeId,
      browserKeyHash,
      provenAt: null,
      consumedAt: null,
      expiresAt: { gt: now },
      attempts: { lt: maxAttempts },
    },
  });
  if (row === null || !(await isAskerIn(row))) return fail("CHALLENGE_ENDED");
  const allowedAt = resendAt(row);
  if (allowedAt === null) return fail("RESENDS_SPENT");
  if (allowedAt > now && !isReplacement) return fail("RESEND_TOO_EARLY");

  const phoneChannel = phoneChannelsFor(row.purpose).find((offered) => offered === wanted) ?? null;
  const sentNow =
    phoneChannel === null
      ? Prisma.sql`"lastSentAt" = ${now}, "codeId" = (SELECT "codeId" FROM code)`
      : Prisma.sql`"phoneSentAt" = ${now}, "phoneChannel" = ${channelNames[phoneChannel]}::"Channel"`;
  const purpose = row.purpose as ChallengePurpose;
  const [found] = await db().$queryRaw<(MessageReader & { needsFreshCode: boolean })[]>`
    WITH code AS (
      ${chooseCodeSql(row.address, Prisma.sql`(SELECT * FROM "Challenge" WHERE "id" = ${challengeId})`, newKey())}
    ), counted AS (
      UPDATE "Challenge" SET "sends" = "sends" + 1, ${sentNow}
      WHERE "id" = ${challengeId} AND "sends" = ${row.sends} AND "provenAt" IS NULL AND "expiresAt" > ${now}
      RETURNING "id"
    )
    SELECT ${messageReaderColumns(purpose)}, code."needsFreshCode"
    FROM counted CROSS JOIN code ${messageReaderJoin(row.address, purpose, row.userId)}`;
  if (found === undefined) return fail("RESEND_TOO_EARLY");
  // Charged after the count, so that of many presses only the winner pays.
  let isCharged = false;
  try {
    const ownCharges = row.userId === null ? null : chargesOfOwner(row, row.userId, browser);
    if (ownCharges !== null) await chargeOrRefuse(ownCharges, row.address, visitor);
    else {
      const charged = await enforceSendingLimits(row.address, browser);
      if (!charged.ok) return charged;
    }
    isCharged = true;
  } finally {
    if (!isCharged) await takeBack(row);
  }
  await recordEvent(db(), {
    name: "code_resent",
    ...traceOf(challengeId, row.address, visitor),
    details: { channel: phoneChannel === null ? row.channel : channelNames[phoneChannel] },
  });

  const challenge = { ...found, id: challengeId, expiresAt: row.expiresAt, isTrusted: row.isTrusted };
  const deliver = () =>
    phoneChannel === null
      ? deliverCode({
          challenge,
          address: row.address,
          channel: row.channel === "SMS" ? "SMS" : "EMAIL",
          // Only a login or step-up depends on the account.
          mayReceiveCode: (purpose !== "LOGIN" && purpose !== "STEP_UP") || found.hasAccount,
          act: purpose === "CHANGE_EMAIL" ? "new-address" : (findCodeAction(row.payload) ?? undefined),
          isFirst: false,
          visitor,
        })
      : deliverPhoneCode({ challenge, email: row.address, channel: phoneChannel, visitor });
  const sends = row.sends + 1;
  const nextAt = resendAt({ sends, lastSentAt: now, phoneSentAt: null, expiresAt: row.expiresAt });
  const resendInSeconds = nextAt && Math.ceil((nextAt.getTime() - now.getTime()) / 1_000);
  return ok({ deliver, channel: phoneChannel ?? "email", isPhone: row.channel !== "EMAIL", resendInSeconds, sends });
}

/** Whether the asking session still lives; an ended one sends no messages. */
async function isAskerIn({ userId, knownKeyHash }: Challenge): Promise<boolean> {
  if (userId === null) return true;
  const sessions = await db().session.findMany({
    where: { userId, expires: { gt: new Date() } },
    select: { id: true },
    orderBy: { lastSeenAt: "desc" },
    take: mostSessions,
  });
  return sessions.some(({ id }) => hashKey(id) === knownKeyHash);
}

function chargesOfOwner(
  { purpose, address, payload, knownKeyHash }: Challenge,
  userId: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Charge[] {
  if (purpose === "CHANGE_EMAIL") return newAddressCharges(address, browser);
  return purpose === "VERIFY_PHONE"
    ? phoneCharges(address, userId)
    : stepUpCharges(findCodeAction(payload), userId, knownKeyHash ?? "", address);
}

/** Restores the wait of a refused resend. */
async function takeBack({ id, sends, lastSentAt, phoneSentAt, phoneChannel, codeId }: Challenge): Promise<void> {
  await db().challenge.updateMany({
    where: { id, sends: sends + 1 },
    data: { sends, lastSentAt, phoneSentAt, phoneChannel, codeId },
  });
}
