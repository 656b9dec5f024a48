import type { AuditEntry } from "@/lib/audit/events";
import { insertEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { recordRefused } from "@/lib/auth/rate-limit/record-limit";
import { channelNames, type PhoneChannel } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import { describeDevice, type Visitor } from "@/lib/http/visitor";
import { consume } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { isPhoneReached } from "@/lib/phone/allowed-countries";
import { phoneCharges } from "@/lib/phone/phone-charges";
import { phoneOwner } from "@/lib/phone/phone-owner";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { needsFreshPhoneCode } from "./fresh-code";
import { mailedLinks } from "./mailed-links";
import { clockOf } from "./message-reader";

export type PhoneDelivery = {
  challenge: { id: string; expiresAt: Date; isTrusted: boolean };
  /** The address that somebody logs in with. */
  email: string;
  channel: PhoneChannel;
  visitor: Visitor;
};

/**
 * Sends a login's code to the verified phone of the address's account, if there is one, may be reached and may cost
 * something; else it does nothing that anybody outside could see. Runs after the response, which was the same for all
 * (docs/decisions/codes-by-phone.md). A message that fails does not take away the code that an earlier one brought, and
 * one that comes after a right code does not put its number in the place of the one that proved it. Never throws.
 */
export async function deliverPhoneCode(delivery: PhoneDelivery): Promise<void> {
  try {
    await deliver(delivery);
  } catch (error) {
    logEvent("error", "code_delivery_failed", { challengeId: delivery.challenge.id, ...describeError(error) });
  }
}

async function deliver({ challenge, email, channel, visitor }: PhoneDelivery): Promise<void> {
  const { id, expiresAt, isTrusted } = challenge;
  const owner = await db().user.findUnique({
    where: { email, disabledAt: null, ...phoneOwner },
    select: { id: true, phone: true, locale: true, timeZone: true },
  });
  if (owner === null) return;
  const { phone } = owner;
  const trace = { subjectId: owner.id, ...traceOf(id, email, visitor) };
  const details = { channel: channelNames[channel] };
  const giveUp = (reason: string) =>
    db().$executeRaw(insertEvent({ name: "code_not_sent", ...trace, details: { ...details, reason } }));

  if (!isPhoneReached(phone)) return void (await giveUp("COUNTRY_NOT_ALLOWED"));
  const decision = await consume(phoneCharges(phone, owner.id));
  if (!decision.isAllowed) {
    if (decision.isFirst) await recordRefused(decision, email, visitor);
    return void (await giveUp("LIMIT_REACHED"));
  }
  const clock = clockOf(owner, visitor);
  const device = describeDevice(visitor.userAgent, clock.locale);
  const context = { clock, device, requestedAt: new Date(), expiresAt, ...mailedLinks(id) };
  const isFresh = await needsFreshPhoneCode(phone, isTrusted);
  const started = await twilioProvider.start(phone, channel, context, { isFresh, isTrusted });
  if (!started.ok) return void (await giveUp(started.error));
  const sent: AuditEntry = { name: "code_sent", ...trace, details };
  await db().$executeRaw`
    WITH audit AS (${insertEvent(sent)})
    UPDATE "Challenge" SET "phone" = ${phone}, "phoneSid" = ${started.value.sid}
    WHERE "id" = ${id} AND "provenAt" IS NULL`;
}
