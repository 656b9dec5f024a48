import { recordOwnEvent } from "@/lib/audit/record-event";
import { changeInSession, readReauthentication } from "@/lib/auth/access/change-in-session";
import { consumeChallenge } from "@/lib/auth/challenge/challenge";
import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import type { Browser } from "@/lib/auth/login/complete-login";
import type { Started } from "@/lib/auth/login/start-login";
import { changeCharge } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/database-errors";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { isPhoneReached, phoneCharges } from "@/lib/phone/phone-channels";
import { fail, ok, type Result } from "@/lib/result";
import { lockSession } from "@/lib/users/locks";
import { isPhoneTaken } from "@/lib/users/register-user";
import { spendProfileReauthentication } from "./re-authenticate";

type PhoneRefusal = "REAUTHENTICATION_NEEDED" | "PHONE_UNCHANGED" | "PHONE_UNREACHED" | "PHONE_TAKEN";

/** SAVED: no code can be sent there, so the phone stays unverified. */
type PhoneStarted = ({ kind: "CODE" } & Started) | { kind: "SAVED" };

/** Texts a code to the new phone (E.164), spending the re-authentication. Where the shop sends no texts it saves it
 * unverified. Throws TooManyRequests. */
export async function startPhoneChange(
  session: LiveSession,
  phone: string,
  returnTo: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Result<PhoneStarted, PhoneRefusal>> {
  const { id: userId, email, phone: oldPhone, phoneVerified } = session.user;
  const { visitor } = browser;
  if (phone === oldPhone && phoneVerified !== null) return fail("PHONE_UNCHANGED");
  const { act, isReauthenticated } = await readReauthentication(session, "change-phone");
  if (!isReauthenticated) return fail("REAUTHENTICATION_NEEDED");
  if (!isPhoneReached(phone)) {
    if (phone === oldPhone) return fail("PHONE_UNREACHED");
    await chargeOrRefuse([changeCharge(userId)], phone, visitor);
    return await saveUnverified(session, phone, visitor);
  }
  const charges = [changeCharge(userId), ...phoneCharges(phone, userId)];
  if (!(await spendProfileReauthentication(session, act, charges, { address: phone, visitor })))
    return fail("REAUTHENTICATION_NEEDED");
  const challenge = await createChallenge(
    { purpose: "VERIFY_PHONE", phone, email, returnTo, userId, sessionId: session.id },
    { ...browser, trustedKey: null },
  );
  const delivery = {
    challenge,
    address: phone,
    channel: "SMS" as const,
    mayReceiveCode: true,
    isFirst: true,
    visitor,
  };
  return ok({ kind: "CODE", challengeId: challenge.id, deliver: () => deliverCode(delivery) });
}

async function saveUnverified(
  session: LiveSession,
  phone: string,
  visitor: Visitor,
): Promise<Result<PhoneStarted, PhoneRefusal>> {
  const { id: userId } = session.user;
  return await changeInSession<PhoneStarted, "PHONE_TAKEN">(
    session,
    "change-phone",
    async (transaction, { report }) => {
      // May be told: asking is counted and takes a re-authentication.
      if (await isPhoneTaken(transaction, phone)) return fail("PHONE_TAKEN");
      await transaction.user.update({
        where: { id: userId },
        data: { phone, phoneVerified: null },
        select: { id: true },
      });
      // Neither number: the audit trail outlives the user.
      await recordOwnEvent(transaction, userId, visitor, { name: "phone_changed", details: { isVerified: false } });
      await enqueueMails(transaction, {
        kind: "profile",
        facts: { act: "phone", report },
        change: `phone:${userId}:${Date.now()}`,
        to: session.user,
        visitor,
      });
      return ok({ kind: "SAVED" });
    },
  );
}

/** Thrown, so that the transaction restores the challenge. */
class SessionEnded extends Error {}

/** Saves the phone as verified; `sid` is the session's new token. PHONE_TAKEN: another account verified it and keeps
 * it. Throws TooManyRequests. */
export async function finishPhoneChange(
  attempt: { challengeId: string; code: string },
  session: LiveSession,
  { challengeKey, askForBotCheck }: Pick<Browser, "challengeKey" | "askForBotCheck">,
  visitor: Visitor,
): Promise<Result<{ sid: string }, VerifyCodeError | "PHONE_TAKEN"> | BotCheckNeeded> {
  if (challengeKey === null) return fail("CHALLENGE_ENDED");
  const owner = { userId: session.user.id, knownKeyHash: hashKey(session.id) };
  const proven = await verifyCode(
    { ...attempt, browserKeyHash: hashKey(challengeKey), purposes: ["VERIFY_PHONE"], session: owner },
    { visitor, askForBotCheck },
  );
  if (!proven.ok) return proven;
  const { id, address: phone } = proven.value;
  const at = new Date();
  try {
    return await db().$transaction(async (transaction) => {
      if (!(await consumeChallenge(transaction, id, at))) return fail("CHALLENGE_FINISHED");
      if ((await lockSession(transaction, session.id)) === null) throw new SessionEnded();
      await transaction.user.update({
        where: { id: session.user.id },
        data: { phone, phoneVerified: at },
        select: { id: true },
      });
      const details = { isVerified: true };
      await recordOwnEvent(transaction, session.user.id, visitor, { name: "phone_changed", details });
      const act = phone === session.user.phone ? "phoneVerified" : "phone";
      await enqueueMails(transaction, {
        kind: "profile",
        facts: { act, report: { kind: "challenge", id } },
        change: `phone:${id}`,
        to: session.user,
        visitor,
      });
      return ok({ sid: await rotateSession(transaction, session.id, at) });
    });
  } catch (error) {
    if (error instanceof SessionEnded) return fail("CHALLENGE_ENDED");
    if (findViolatedUnique(error, ["phone"]) !== null) return fail("PHONE_TAKEN");
    throw error;
  }
}
