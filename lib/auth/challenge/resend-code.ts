import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import type { AskingBrowser } from "@/lib/auth/device/trusted-device";
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

/** A resend that was allowed, and what the page shows of it. */
export type Resent = {
  /** The sending; runs after the response. */
  deliver: () => Promise<void>;
  /** The channel that was asked for, whether or not anything goes out by it. */
  channel: CodeChannel;
  /** The challenge is about a phone itself, and everything goes there. */
  isPhone: boolean;
  /** The next wait; null when this was the last message. */
  resendInSeconds: number | null;
  /** So many messages were asked for now, over all channels. */
  sends: number;
};

/**
 * Sends the code of a pending challenge again: the same code, since a late first mail must still work, and with the
 * attempts counted so far. By phone it is another code, and both work. The wait is enforced here, whatever the page's
 * countdown shows; of two resends at the same moment one wins, because the update asks for the number of sends that was
 * read. Whether there is a phone to send to is found out in `deliver` alone, so until then all addresses are alike.
 * A channel that this challenge does not have is the mail. May need a proof, and throws TooManyRequests, as
 * `enforceSendingLimits`.
 */
export async function resendCode(
  challengeId: string,
  browser: AskingBrowser,
  wanted: CodeChannel = "email",
): Promise<Result<Resent, ResendError> | BotCheckNeeded> {
  return await resend(challengeId, browser, wanted, false);
}

/**
 * Sends a new code in place of one that other requests have ended (isCodeVoid): as `resendCode`, but at once. Each is
 * one of the challenge's five messages and is charged like any, so nobody gets more mails sent by it. Null where the
 * code is good again, as after a second press.
 */
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
  // After the count, so that of many presses at once only the one that won is charged.
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
          // Of a login alone does it depend on the account; a new address or phone belongs to none.
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

/**
 * What a session asked for is sent again while that session is there: one that was ended sends nobody messages. It was
 * seen when it asked, so it is among the last ones seen.
 */
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

/** What sending again costs whoever is logged in and asked for it; the same as the first sending. */
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

/** A resend that was counted and then not allowed: the wait is what it was before. */
async function takeBack({ id, sends, lastSentAt, phoneSentAt, phoneChannel, codeId }: Challenge): Promise<void> {
  await db().challenge.updateMany({
    where: { id, sends: sends + 1 },
    data: { sends, lastSentAt, phoneSentAt, phoneChannel, codeId },
  });
}
