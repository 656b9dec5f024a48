import { recordEvent } from "@/lib/audit/record-event";
import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import type { Started } from "@/lib/auth/login/start-login";
import { changeCharge } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { reportSubjectOf } from "@/lib/auth/session/profile-change";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { isPhoneReached } from "@/lib/phone/allowed-countries";
import { phoneCharges } from "@/lib/phone/phone-charges";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { lockSession } from "@/lib/users/locks";
import { isPhoneTaken } from "@/lib/users/register-user";
import { readProfileProof } from "./read-profile-proof";
import { spendProfileProof } from "./spend-profile-proof";

export type PhoneRefusal = "PROOF_NEEDED" | "PHONE_UNCHANGED" | "PHONE_UNREACHED" | "PHONE_TAKEN";

/** A code is on its way to the number, or the number was saved without one, because none can be sent there. */
export type PhoneStarted = ({ kind: "CODE" } & Started) | { kind: "SAVED" };

/**
 * Sends a code by text to the number (E.164) that an account shall have, and comes back to `returnTo` where that ends.
 * Needs a fresh proof of this session for it, which is used up: without one no message goes anywhere. Whether another
 * account has verified the number changes nothing here: who reads its messages is told when the code is right
 * (finish-phone-change.ts). A number in a country to which the shop sends no texts is saved at once and stays
 * unverified, as with a registration: such a number opens nothing. Throws TooManyRequests.
 */
export async function startPhoneChange(
  session: LiveSession,
  phone: string,
  returnTo: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Result<PhoneStarted, PhoneRefusal>> {
  const { id: userId, email, phone: oldPhone, phoneVerified } = session.user;
  const { visitor } = browser;
  if (phone === oldPhone && phoneVerified !== null) return fail("PHONE_UNCHANGED");
  const { act, isProven } = await readProfileProof(session, "change-phone");
  if (!isProven) return fail("PROOF_NEEDED");
  if (!isPhoneReached(phone)) {
    if (phone === oldPhone) return fail("PHONE_UNREACHED");
    await chargeOrRefuse([changeCharge(userId)], phone, visitor);
    return await saveUnverified(session, act, phone, visitor);
  }
  const charges = [changeCharge(userId), ...phoneCharges(phone, userId)];
  if (!(await spendProfileProof(session, act, charges, { address: phone, visitor }))) return fail("PROOF_NEEDED");
  const challenge = await createChallenge(
    { purpose: "VERIFY_PHONE", phone, email, returnTo, userId, sessionId: session.id },
    { ...browser, knownKey: null },
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
  act: SensitiveAct,
  phone: string,
  visitor: Visitor,
): Promise<Result<PhoneStarted, PhoneRefusal>> {
  return await db().$transaction(async (transaction) => {
    // As a registration is told; asking is counted, and takes a proof.
    if (await isPhoneTaken(transaction, phone)) return fail("PHONE_TAKEN");
    const place = await lockSession(transaction, session.id);
    if (place === null || !(await spendProof(transaction, session.id, act))) return fail("PROOF_NEEDED");
    await transaction.user.update({
      where: { id: session.user.id },
      data: { phone, phoneVerified: null },
      select: { id: true },
    });
    await recordPhoneChange(transaction, session.user.id, visitor, false);
    await enqueueMails(transaction, {
      kind: "profile",
      facts: { act: "phone", report: reportSubjectOf(session.id, place) },
      change: `phone:${session.user.id}:${Date.now()}`,
      to: session.user,
      visitor,
    });
    return ok({ kind: "SAVED" });
  });
}

/** Adds the entry of a changed phone: neither number, since the trail outlives the user. */
export async function recordPhoneChange(
  transaction: Transaction,
  userId: string,
  visitor: Visitor,
  isVerified: boolean,
): Promise<void> {
  await recordEvent(transaction, {
    name: "phone_changed",
    actorId: userId,
    subjectId: userId,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
    details: { isVerified },
  });
}
