import type { AuditEntry } from "@/lib/audit/events";
import { insertEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { db } from "@/lib/db/client";
import { describeDevice, type Visitor } from "@/lib/http/visitor";
import { describeError, logEvent } from "@/lib/log";
import { sendNoAccountMail } from "@/lib/mail/account-mails";
import { sendCodesOffMail } from "@/lib/mail/security-mails";
import type { MessageAct } from "@/lib/verification/provider";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { mailedLinks } from "./mailed-links";
import { clockOf, type MessageReader } from "./message-reader";

/** How a code goes out, and what stands in the audit trail for it. */
const channels = { EMAIL: "email", SMS: "sms" } as const;

export type Delivery = {
  challenge: { id: string; expiresAt: Date; needsFreshCode: boolean; isTrusted: boolean } & Omit<
    MessageReader,
    "hasAccount"
  >;
  /** Where the code goes: a canonical email, or for `SMS` an E.164 phone. */
  address: string;
  channel?: keyof typeof channels;
  /** Whether a code may go to this address: it has an account, or is about to get one. */
  mayReceiveCode: boolean;
  /** What the code confirms besides the address; nothing for a login. */
  act?: MessageAct;
  /** An address that gets no code is told why once, not at every resend. */
  isFirst: boolean;
  visitor: Visitor;
};

/** What became of a delivery: the verification to ask about from now on, if another than before, and what to note. */
type Outcome = {
  sid: string | null;
  event: Pick<AuditEntry, "name" | "details"> | null;
  /** Nobody sends to this phone, and its owner, who is logged in, is told so. Of mail the mail servers tell. */
  isRefused?: boolean;
};

/**
 * Sends what a challenge has to send. Runs after the response, so that nobody can tell from its time whether an
 * address has an account (R14). A challenge that ends up without a verification is checked against a decoy, so checking
 * a code takes the same way for every address. Never throws.
 */
export async function deliverCode(delivery: Delivery): Promise<void> {
  const { challenge, address, visitor } = delivery;
  try {
    const getsCode = delivery.mayReceiveCode && !challenge.areCodesOff;
    const outcome = getsCode ? await sendCode(delivery) : await sendNoCode(delivery);
    if (outcome.event === null) return;
    await db().$executeRaw`
      WITH audit AS (${insertEvent({ ...outcome.event, ...traceOf(challenge.id, address, visitor) })})
      UPDATE "Challenge" SET "providerSid" = COALESCE(${outcome.sid}, "providerSid"),
        "refusedAt" = CASE WHEN ${outcome.isRefused ?? false} THEN now() ELSE "refusedAt" END
      WHERE "id" = ${challenge.id}`;
  } catch (error) {
    logEvent("error", "code_delivery_failed", { challengeId: challenge.id, ...describeError(error) });
  }
}

async function sendCode(delivery: Delivery): Promise<Outcome> {
  const { challenge, address, channel = "EMAIL", visitor, act } = delivery;
  const { id, expiresAt } = challenge;
  const details = { channel };
  const clock = clockOf(challenge, visitor);
  const device = describeDevice(visitor.userAgent, clock.locale);
  const context = { clock, device, requestedAt: new Date(), expiresAt, act, ...mailedLinks(id) };
  const { needsFreshCode: isFresh, isTrusted } = challenge;
  const started = await twilioProvider.start(address, channels[channel], context, { isFresh, isTrusted });
  if (started.ok) return { sid: started.value.sid, event: { name: "code_sent", details } };
  const isRefused = channel === "SMS" && started.error === "ADDRESS_REFUSED";
  // A failed resend must not take away the code that was sent before. A first one that was silent may have been sent.
  return { sid: null, event: { name: "code_not_sent", details: { ...details, reason: started.error } }, isRefused };
}

async function sendNoCode({ challenge, address, mayReceiveCode, isFirst, visitor }: Delivery): Promise<Outcome> {
  if (!isFirst) return { sid: null, event: null };
  if (!(await mayAskProvider("sendgrid"))) {
    return {
      sid: twilioProvider.decoySid(),
      event: { name: "code_not_sent", details: { channel: "EMAIL", reason: "PROVIDER_UNAVAILABLE" } },
    };
  }
  const to = { ...clockOf(challenge, visitor), email: address };
  const [sendMail, name] = mayReceiveCode
    ? ([sendCodesOffMail, "codes_off_notified"] as const)
    : ([sendNoAccountMail, "no_account_notified"] as const);
  const sent = await sendMail(to, describeDevice(visitor.userAgent, to.locale));
  await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
  return { sid: twilioProvider.decoySid(), event: { name, details: { isSent: sent.ok } } };
}
