import type { Account, VerifyService } from "@/emulator/state/account";
import type { Verification } from "@/emulator/state/verification";
import { type VerifyChannel, verifyChannels } from "@/emulator/state/verification";
import { newSid, randomDigits, type World } from "@/emulator/state/world";
import { addSend, refusalOfSend } from "@/emulator/twilio/verification-machine";
import { findMessageOrder, requireLanguage } from "./message-templates";
import { consumeRateLimits } from "./rate-limits";
import { type EmailOrder, mailCode, newAttempt, phoneCode, requireEmailOrder } from "./send-code";
import {
  type Form,
  invalidParameter,
  jsonObject,
  required,
  requireReachable,
  subjectKey,
  TwilioError,
} from "./twilio-request";
import { latestVerification } from "./verification-machine";

const verificationsKept = 20_000;
const mostTags = 10;
const longestTag = 128;

function isChannel(text: string): text is VerifyChannel {
  return verifyChannels.some((channel) => channel === text);
}

function requireChannel(form: Form, service: VerifyService): VerifyChannel {
  const asked = required(form, "Channel").toLowerCase();
  if (!isChannel(asked)) throw invalidParameter("Channel");
  const channel = asked === "auto" ? "sms" : asked;
  if (channel === "sna" || service.disabledChannels.includes(channel))
    throw new TwilioError(60223, { message: `Delivery channel disabled: ${channel.toUpperCase()}` });
  return channel;
}

function requireTags(form: Form): void {
  const tags = Object.entries(jsonObject(form, "Tags"));
  const isTooLong = (text: unknown) => typeof text !== "string" || text.length > longestTag;
  if (tags.length > mostTags || tags.flat().some(isTooLong)) throw invalidParameter("Tags");
}

/** By Geo Permissions or Fraud Guard, unless RiskCheck is off. @see
 * https://www.twilio.com/docs/verify/preventing-toll-fraud */
function requireNotBlocked(account: Account, to: string, channel: VerifyChannel, form: Form): void {
  const isAmong = (prefixes: string[]) => prefixes.some((prefix) => to.startsWith(prefix));
  if (channel === "sms" && form.get("RiskCheck") === "disable") return;
  if ((channel === "sms" || channel === "call") && isAmong(account.geoBlockedPrefixes)) throw new TwilioError(60605);
  if (channel === "sms" && isAmong(account.fraudGuardPrefixes)) throw new TwilioError(60410);
}

function requireCustomCode(form: Form, service: VerifyService): string | undefined {
  const code = form.get("CustomCode");
  if (code === null) return undefined;
  if (!service.customCodeEnabled) throw new TwilioError(60204);
  if (code.length < 4 || code.length > 10) throw invalidParameter("CustomCode");
  return code;
}

function requirePayment(form: Form, service: VerifyService): { amount: string | null; payee: string | null } {
  const amount = form.get("Amount");
  const payee = form.get("Payee");
  if (service.psd2Enabled && (!amount || !payee)) throw new TwilioError(60206);
  return { amount, payee };
}

function retryAfter(verification: Verification, nowMs: number): Record<string, string> {
  return { "Retry-After": String(Math.max(1, Math.ceil((verification.expiresAtMs - nowMs) / 1000))) };
}

function forgetOldest(account: Account): void {
  if (account.verifications.size <= verificationsKept) return;
  const oldest = account.verifications.values().next().value;
  if (oldest === undefined) return;
  account.verifications.delete(oldest.sid);
  if (account.liveVerifications.get(oldest.subjectKey) === oldest.sid)
    account.liveVerifications.delete(oldest.subjectKey);
}

function newVerification(world: World, account: Account, service: VerifyService, to: string, channel: VerifyChannel) {
  const nowMs = world.nowMs();
  const verification: Verification = {
    sid: newSid(world.state, "VE"),
    accountSid: account.sid,
    serviceSid: service.sid,
    to,
    subjectKey: subjectKey(service.sid, to),
    channel,
    code: randomDigits(world.state, service.codeLength),
    status: "pending",
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    expiresAtMs: nowMs + service.codeLifetimeMs,
    sends: [],
    checks: 0,
    amount: null,
    payee: null,
    life: [],
    toldEvents: 0,
  };
  account.verifications.set(verification.sid, verification);
  account.liveVerifications.set(verification.subjectKey, verification.sid);
  forgetOldest(account);
  return verification;
}

/** A mail which SendGrid refused was never sent: the attempt must not count, nor leave a verification behind. */
function takeBack(account: Account, verification: Verification, attemptSid: string): void {
  verification.sends = verification.sends.filter(({ sid }) => sid !== attemptSid);
  if (verification.sends.length > 0) return;
  account.verifications.delete(verification.sid);
  if (account.liveVerifications.get(verification.subjectKey) === verification.sid)
    account.liveVerifications.delete(verification.subjectKey);
}

/** Refuses before it changes anything; never yields meanwhile. @see
 * https://www.twilio.com/docs/verify/api/verification#start-new-verification */
export async function startVerification(
  world: World,
  account: Account,
  service: VerifyService,
  form: Form,
): Promise<Verification> {
  const to = required(form, "To").trim();
  const channel = requireChannel(form, service);
  requireReachable(to, channel);
  requireTags(form);
  const text = findMessageOrder(account, service, form, channel);
  const customCode = requireCustomCode(form, service);
  const payment = requirePayment(form, service);
  let order: EmailOrder | undefined;
  requireLanguage(form);
  if (channel === "email") order = requireEmailOrder(world.state, account, service, form);
  const nowMs = world.nowMs();

  const current = latestVerification(account, service, to);
  const refusal = current && refusalOfSend(current, world.state.settings, nowMs);
  if (current && refusal) throw new TwilioError(refusal, { headers: retryAfter(current, nowMs) });
  requireNotBlocked(account, to, channel, form);
  consumeRateLimits(account, service, jsonObject(form, "RateLimits"), nowMs);

  const isResend = current?.status === "pending";
  const verification = isResend ? current : newVerification(world, account, service, to, channel);
  if (!isResend && customCode !== undefined) verification.code = customCode;
  verification.amount = payment.amount ?? verification.amount;
  verification.payee = payment.payee ?? verification.payee;
  const attempt = newAttempt(world, channel, form.get("Locale") ?? "en");
  addSend(verification, attempt, channel);

  const serviceName = form.get("CustomFriendlyName") ?? service.friendlyName;
  if (order === undefined) {
    phoneCode(world, verification, attempt, { service, serviceName, text });
    return verification;
  }
  try {
    await mailCode(world, verification, attempt, serviceName, order);
  } catch (error) {
    takeBack(account, verification, attempt.sid);
    throw error;
  }
  return verification;
}
