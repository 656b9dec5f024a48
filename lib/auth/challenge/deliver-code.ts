import type { AuditEntry } from "@/lib/audit/events";
import { insertEvent, traceOf } from "@/lib/audit/record-event";
import { recordRefused } from "@/lib/auth/rate-limit/record-limit";
import { channelNames, type PhoneChannel } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { describeDevice, type Visitor } from "@/lib/http/visitor";
import type { Clock } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locales";
import { consume } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { sendNoAccountMail } from "@/lib/mail/account-mails";
import { sendCodesOffMail } from "@/lib/mail/security-mails";
import { isPhoneReached, phoneCharges, phoneOwner } from "@/lib/phone/phone-channels";
import { count } from "@/lib/telemetry/metrics";
import { currentTraceparent, inSpan } from "@/lib/telemetry/trace";
import type { MessagePurpose } from "@/lib/verification/provider";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { type ChallengePurpose, provesNewAddress } from "./challenge";
import { needsFreshPhoneCode } from "./fresh-code";
import { mailedLinks } from "./mailed-links";

const channels = { EMAIL: "email", SMS: "sms" } as const;

type Delivery = {
  challenge: { id: string; expiresAt: Date; needsFreshCode: boolean; isTrusted: boolean } & Omit<
    MessageReader,
    "hasAccount"
  >;
  /** A canonical email, or for `SMS` an E.164 phone. */
  address: string;
  channel?: keyof typeof channels;
  /** Whether the address has an account or is about to get one. */
  mayReceiveCode: boolean;
  act?: MessagePurpose;
  /** An address that gets no code is told why once, not at every resend. */
  isFirst: boolean;
  visitor: Visitor;
};

/** The verification to check from now on, if it changed, and the event to audit. */
type Outcome = {
  sid: string | null;
  event: Pick<AuditEntry, "name" | "details"> | null;
  /** No provider reaches this phone; its owner, who is logged in, is told. */
  isRefused?: boolean;
};

/** Sends a message after the response, so timing tells nothing (R14); checks use a decoy without it. Never throws. */
export async function deliverCode(delivery: Delivery): Promise<void> {
  await inSpan("deliver code", { "shop.channel": delivery.channel ?? "EMAIL" }, () => deliverToAddress(delivery));
}

async function deliverToAddress(delivery: Delivery): Promise<void> {
  const { challenge, address, visitor } = delivery;
  try {
    const getsCode = delivery.mayReceiveCode && !challenge.areCodesOff;
    const outcome = getsCode ? await sendCode(delivery) : await sendNoCode(delivery);
    if (outcome.event === null) return;
    await db().$executeRaw`${keptPlan}
      WITH audit AS (${insertEvent({ ...outcome.event, ...traceOf(challenge.id, address, visitor) })})
      UPDATE "Challenge" SET "providerSid" = COALESCE(${outcome.sid}, "providerSid"),
        "traceparent" = COALESCE(${currentTraceparent()}, "traceparent"),
        "sendOutcome" = ${outcomeOf(outcome.event)}, "sendOutcomeAt" = now(),
        "refusedAt" = CASE WHEN ${outcome.isRefused ?? false} THEN now() ELSE "refusedAt" END
      WHERE "id" = ${challenge.id}`;
  } catch (error) {
    logEvent("error", "code_delivery_failed", { challengeId: challenge.id, ...describeError(error) });
  }
}

/** For the delivery desk: the event, or why nothing was sent. */
function outcomeOf({ name, details }: NonNullable<Outcome["event"]>): string {
  if (details?.isSent === false) return "MAIL_NOT_SENT";
  return typeof details?.reason === "string" ? details.reason : name;
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
  if (started.ok) {
    count("shop.codes.sent", details);
    return { sid: started.value.sid, event: { name: "code_sent", details } };
  }
  count("shop.codes.not_sent", { ...details, reason: started.error });
  const isRefused = channel === "SMS" && started.error === "ADDRESS_REFUSED";
  // The code sent before stays valid.
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

type PhoneDelivery = {
  challenge: { id: string; expiresAt: Date; isTrusted: boolean };
  email: string;
  channel: PhoneChannel;
  visitor: Visitor;
};

/** Sends a login code to the account's verified phone, if any, after the response. Never throws. */
export async function deliverPhoneCode(delivery: PhoneDelivery): Promise<void> {
  try {
    await inSpan("deliver code", { "shop.channel": channelNames[delivery.channel] }, () => deliver(delivery));
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
  const giveUp = async (reason: string) => {
    count("shop.codes.not_sent", { ...details, reason });
    await db().$executeRaw(insertEvent({ name: "code_not_sent", ...trace, details: { ...details, reason } }));
  };

  if (!isPhoneReached(phone)) return await giveUp("COUNTRY_NOT_ALLOWED");
  const decision = await consume(phoneCharges(phone, owner.id));
  if (!decision.isAllowed) {
    if (decision.isFirst) await recordRefused(decision, email, visitor);
    return await giveUp("LIMIT_REACHED");
  }
  const clock = clockOf(owner, visitor);
  const device = describeDevice(visitor.userAgent, clock.locale);
  const context = { clock, device, requestedAt: new Date(), expiresAt, ...mailedLinks(id) };
  const isFresh = await needsFreshPhoneCode(phone, isTrusted);
  const started = await twilioProvider.start(phone, channel, context, { isFresh, isTrusted });
  if (!started.ok) return await giveUp(started.error);
  count("shop.codes.sent", details);
  const sent: AuditEntry = { name: "code_sent", ...trace, details };
  await db().$executeRaw`
    WITH audit AS (${insertEvent(sent)})
    UPDATE "Challenge" SET "phone" = ${phone}, "phoneSid" = ${started.value.sid}
    WHERE "id" = ${id} AND "provenAt" IS NULL`;
}

/** All that a message may depend on; neither answers nor timing may. */
export type MessageReader = {
  /** Whether an enabled account has the address. */
  hasAccount: boolean;
  /** The owner has switched codes off. */
  areCodesOff: boolean;
  /** The owner's language; null without an account or a choice. */
  locale: string | null;
  timeZone: string | null;
};

/** The columns of `MessageReader`; join `messageReaderJoin` for the same purpose. */
export function messageReaderColumns(purpose: ChallengePurpose): Prisma.Sql {
  const areCodesOff = provesNewAddress(purpose) ? Prisma.sql`false` : Prisma.sql`reader."passkeysOnlyAt" IS NOT NULL`;
  return Prisma.sql`
    reader."id" IS NOT NULL AND reader."disabledAt" IS NULL AS "hasAccount", ${areCodesOff} AS "areCodesOff",
    reader."locale", reader."timeZone"`;
}

/** Joins the account that reads the message: the one that has the address, else the one that asked. */
export function messageReaderJoin(address: string, purpose: ChallengePurpose, userId: string | null): Prisma.Sql {
  if (purpose === "VERIFY_PHONE") return Prisma.sql`LEFT JOIN "User" reader ON reader."id" = ${userId}::uuid`;
  if (purpose !== "CHANGE_EMAIL") return Prisma.sql`LEFT JOIN "User" reader ON reader."email" = ${address}`;
  return Prisma.sql`LEFT JOIN LATERAL (
    SELECT asker."id", asker."disabledAt",
      CASE WHEN holder."id" IS NULL THEN asker."locale" ELSE holder."locale" END AS "locale",
      CASE WHEN holder."id" IS NULL THEN asker."timeZone" ELSE holder."timeZone" END AS "timeZone"
    FROM "User" asker LEFT JOIN "User" holder ON holder."email" = ${address}
    WHERE asker."id" = ${userId}::uuid
  ) reader ON true`;
}

/** The account's own language and time zone win over the asker's, who may be a stranger. */
function clockOf({ locale, timeZone }: Pick<MessageReader, "locale" | "timeZone">, visitor: Visitor): Clock {
  return { locale: isLocale(locale) ? locale : visitor.locale, timeZone };
}
