import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { Charge } from "@/lib/limits/consume";
import { phoneCharges } from "@/lib/phone/phone-charges";
import { fail, ok, type Result } from "@/lib/result";
import { emailChangeName, findActName } from "@/lib/step-up/sensitive-acts";
import type { AskingBrowser } from "./asking-browser";
import { type ChallengePurpose, isChallengeId, resendAt } from "./challenge";
import { traceOf } from "./challenge-trace";
import { chargeOrRefuse, chargeSending, type ProofNeeded } from "./charge-sending";
import { deliverCode } from "./deliver-code";
import { needsFreshCodeSql } from "./fresh-code";
import { newAddressCharges, stepUpCharges } from "./limit-charges";
import { hashKey } from "./secret-key";

export type ResendError = "CHALLENGE_ENDED" | "RESEND_TOO_EARLY" | "RESENDS_SPENT";

/**
 * Sends the code of a pending challenge again: the same code, since a late first mail must still work, and with the
 * attempts counted so far. The wait is enforced here, whatever the page's countdown shows; of two resends at the same
 * moment one wins, because the update asks for the number of sends that was read. `resendInSeconds` is the next wait,
 * null when this was the last message. May need a proof, and throws TooManyRequests, as `chargeSending`.
 */
export async function resendCode(
  challengeId: string,
  browser: AskingBrowser,
): Promise<
  Result<{ deliver: () => Promise<void>; resendInSeconds: number | null; isPhone: boolean }, ResendError> | ProofNeeded
> {
  if (!isChallengeId(challengeId)) return fail("CHALLENGE_ENDED");
  const { visitor } = browser;
  const browserKeyHash = hashKey(browser.challengeKey);
  const now = new Date();
  const row = await db().challenge.findUnique({
    where: { id: challengeId, browserKeyHash, provenAt: null, consumedAt: null, expiresAt: { gt: now } },
  });
  if (row === null) return fail("CHALLENGE_ENDED");
  const allowedAt = resendAt(row);
  if (allowedAt === null) return fail("RESENDS_SPENT");
  if (allowedAt > now) return fail("RESEND_TOO_EARLY");

  const [found] = await db().$queryRaw<{ hasAccount: boolean; needsFreshCode: boolean }[]>`
    WITH counted AS (
      UPDATE "Challenge" SET "sends" = "sends" + 1, "lastSentAt" = ${now}
      WHERE "id" = ${challengeId} AND "sends" = ${row.sends} AND "provenAt" IS NULL AND "expiresAt" > ${now}
      RETURNING "id"
    )
    SELECT
      EXISTS (SELECT 1 FROM "User" WHERE "email" = ${row.address} AND "disabledAt" IS NULL) AS "hasAccount",
      ${needsFreshCodeSql(row.address, row.purpose as ChallengePurpose)} AS "needsFreshCode"
    FROM counted`;
  if (found === undefined) return fail("RESEND_TOO_EARLY");
  // After the count, so that of many presses at once only the one that won is charged.
  let isCharged = false;
  try {
    const ownCharges = row.userId === null ? null : chargesOfOwner({ ...row, userId: row.userId }, browser);
    if (ownCharges !== null) await chargeOrRefuse(ownCharges, row.address, visitor);
    else {
      const charged = await chargeSending(row.address, browser);
      if (!charged.ok) return charged;
    }
    isCharged = true;
  } finally {
    if (!isCharged) await takeBack(row);
  }
  await recordEvent(db(), { name: "code_resent", ...traceOf(challengeId, row.address, visitor) });

  const delivery = {
    challenge: { id: challengeId, expiresAt: row.expiresAt, needsFreshCode: found.needsFreshCode },
    address: row.address,
    channel: row.channel === "SMS" ? ("SMS" as const) : ("EMAIL" as const),
    // Of a login alone does it depend on the account; a new address or phone belongs to none.
    mayReceiveCode: (row.purpose !== "LOGIN" && row.purpose !== "STEP_UP") || found.hasAccount,
    act: row.purpose === "CHANGE_EMAIL" ? emailChangeName : findActName(row.payload),
    isFirst: false,
    visitor,
  };
  const nextAt = resendAt({ sends: row.sends + 1, lastSentAt: now, expiresAt: row.expiresAt });
  const resendInSeconds = nextAt && Math.ceil((nextAt.getTime() - now.getTime()) / 1_000);
  return ok({ deliver: () => deliverCode(delivery), resendInSeconds, isPhone: row.channel !== "EMAIL" });
}

/** What sending again costs whoever is logged in and asked for it; the same as the first sending. */
function chargesOfOwner(
  { purpose, userId, address }: { purpose: string; userId: string; address: string },
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Charge[] {
  if (purpose === "CHANGE_EMAIL") return newAddressCharges(address, browser);
  return purpose === "VERIFY_PHONE" ? phoneCharges(address, userId) : stepUpCharges(userId);
}

/** A resend that was counted and then not allowed: the wait is what it was before. */
async function takeBack({ id, sends, lastSentAt }: { id: string; sends: number; lastSentAt: Date }): Promise<void> {
  await db().challenge.updateMany({ where: { id, sends: sends + 1 }, data: { sends, lastSentAt } });
}
