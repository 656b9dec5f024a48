import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import { sendNoAccountMail } from "@/lib/mail/no-account-mail";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { challengeLifeMs } from "./challenge";
import { traceOf } from "./challenge-trace";
import { areChecksSpent } from "./checks-spent";
import { mailedLinks } from "./mailed-links";
import type { Visitor } from "./visitor";

export type Delivery = {
  challengeId: string;
  email: string;
  /** Whether a code may go to this address: it has an account, or is about to get one. */
  mayReceiveCode: boolean;
  /** An address without an account is told so once, not at every resend. */
  isFirst: boolean;
  expiresAt: Date;
  visitor: Visitor;
};

/** The delivery of a new challenge's first message. */
export function firstDelivery(challengeId: string, email: string, mayReceiveCode: boolean, visitor: Visitor): Delivery {
  return {
    challengeId,
    email,
    mayReceiveCode,
    isFirst: true,
    expiresAt: new Date(Date.now() + challengeLifeMs),
    visitor,
  };
}

/**
 * Sends what a challenge has to send. Runs after the response, so that nobody can tell from its time whether an
 * address has an account (R14). Whatever comes of it, the challenge ends up with a verification to ask about, a real
 * one or a decoy; so checking a code takes the same way for every address. Never throws.
 */
export async function deliverCode(delivery: Delivery): Promise<void> {
  try {
    const sid = delivery.mayReceiveCode ? await sendCode(delivery) : await sendNoCode(delivery);
    await db().challenge.updateMany({ where: { id: delivery.challengeId }, data: { providerSid: sid } });
  } catch (error) {
    logEvent("error", "code_delivery_failed", { challengeId: delivery.challengeId, ...describeError(error) });
  }
}

async function sendCode({ challengeId, email, isFirst, expiresAt, visitor }: Delivery): Promise<string | undefined> {
  const context = { device: visitor.device, requestedAt: new Date(), expiresAt, ...mailedLinks(challengeId) };
  const started = await twilioProvider.start(email, "email", context, await areChecksSpent(email));
  if (started.ok) return started.value.sid;
  await recordEvent(db(), {
    name: "code_not_sent",
    ...traceOf(challengeId, email, visitor),
    details: { reason: started.error },
  });
  // A failed resend must not take away the code that was sent before.
  return isFirst ? twilioProvider.decoySid() : undefined;
}

async function sendNoCode({ email, isFirst, visitor }: Delivery): Promise<string | undefined> {
  if (!isFirst) return undefined;
  if (await mayAskProvider("sendgrid")) {
    const sent = await sendNoAccountMail(email, visitor.device);
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
  }
  return twilioProvider.decoySid();
}
