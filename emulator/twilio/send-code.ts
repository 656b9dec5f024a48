import { type Account, isVerifiedSender, type SendgridAccount, type VerifyService } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { SendAttempt, Verification } from "@/emulator/state/verification";
import { findSendgridByKey, newSid, randomHex, type World } from "@/emulator/state/world";
import { codeWords, type MessageOrder, renderMessage } from "./message-templates";
import { type Form, invalidParameter, jsonObject, TwilioError } from "./twilio-request";

export type EmailOrder = {
  apiKey: string;
  templateId: string;
  fromEmail: string;
  fromName: string;
  substitutions: Record<string, unknown>;
};

function optionalText(configuration: Record<string, unknown>, name: string): string | undefined {
  const value = configuration[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalidParameter("ChannelConfiguration");
  return value;
}

/** One error code per missing part. */
function requireSendable(sendgrid: SendgridAccount | undefined, order: EmailOrder): void {
  const key = sendgrid?.keys.find(({ key }) => key === order.apiKey);
  if (sendgrid === undefined || key === undefined || !key.scopes.includes("mail.send")) throw new TwilioError(60604);
  if (sendgrid.credits === 0) throw new TwilioError(60603);
  const template = sendgrid.templates.get(order.templateId);
  const version = template && [...template.versions.values()].find(({ active }) => active);
  if (version === undefined) throw new TwilioError(60218);
  const content = version.subject + version.htmlContent + version.plainContent;
  if (!/\{\{\{?\s*twilio_(code|message|message_without_code)\b/.test(content)) throw new TwilioError(60219);
  if (!isVerifiedSender(sendgrid, order.fromEmail)) throw new TwilioError(60222);
}

/** Joins mailer and ChannelConfiguration; refuses first. @see https://www.twilio.com/docs/verify/email */
export function requireEmailOrder(
  state: EmulatorState,
  account: Account,
  service: VerifyService,
  form: Form,
): EmailOrder {
  const configuration = jsonObject(form, "ChannelConfiguration");
  const substitutions = configuration.substitutions ?? {};
  if (typeof substitutions !== "object" || Array.isArray(substitutions)) throw invalidParameter("ChannelConfiguration");
  const mailer = account.mailers.get(service.mailerSid ?? "");
  if (mailer === undefined) throw new TwilioError(60217);
  const order: EmailOrder = {
    apiKey: mailer.apiKey,
    templateId: optionalText(configuration, "template_id") ?? mailer.templateId,
    fromEmail: optionalText(configuration, "from") ?? mailer.fromEmail,
    fromName: optionalText(configuration, "from_name") ?? mailer.fromName,
    substitutions: { ...substitutions },
  };
  requireSendable(findSendgridByKey(state, order.apiKey)?.sendgrid, order);
  return order;
}

/** By SendGrid's own API, as Verify. A silent SendGrid loses only the mail. */
export async function mailCode(
  world: World,
  verification: Verification,
  attempt: SendAttempt,
  serviceName: string,
  order: EmailOrder,
): Promise<void> {
  const words = codeWords(attempt.locale, serviceName, verification.code);
  const request = new Request("http://127.0.0.1/v3/mail/send", {
    method: "POST",
    headers: { authorization: `Bearer ${order.apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({
      from: { email: order.fromEmail, name: order.fromName },
      personalizations: [
        {
          to: [{ email: verification.to }],
          dynamic_template_data: {
            ...order.substitutions,
            twilio_code: verification.code,
            twilio_message: words.full,
            twilio_message_without_code: words.withoutCode,
            twilio_service_name: serviceName,
          },
        },
      ],
      template_id: order.templateId,
    }),
  });
  const response = await world.dispatch(request).catch(() => undefined);
  attempt.messageId = response?.headers.get("x-message-id") ?? null;
  if (response?.status === 401) {
    const isOutOfCredits = (await response.text()).includes("Maximum credits exceeded");
    throw new TwilioError(isOutOfCredits ? 60603 : 60604);
  }
  if (response?.status === 403) throw new TwilioError(60222);
}

/** Puts a text message or the words of a call into the inbox. Phones are never out of reach here. */
export function phoneCode(
  world: World,
  verification: Verification,
  attempt: SendAttempt,
  { service, serviceName, text }: { service: VerifyService; serviceName: string; text: MessageOrder | null },
): void {
  const words = codeWords(attempt.locale, serviceName, verification.code);
  const warning = service.doNotShareWarningEnabled ? ` ${words.doNotShare}` : "";
  const channel = attempt.channel === "whatsapp" || attempt.channel === "call" ? attempt.channel : "sms";
  const spoken = `${words.withoutCode} ${[...verification.code].join(", ")}.`;
  const id = newSid(world.state, channel === "call" ? "CA" : "SM");
  attempt.messageId = id;
  const values = {
    code: verification.code,
    friendly_name: serviceName,
    ttl: String(Math.round(service.codeLifetimeMs / 60_000)),
  };
  const written = text === null ? `${words.full}${warning}` : renderMessage(text, values);
  world.mailroom.deliver(world.state.messages, {
    id,
    accountSid: verification.accountSid,
    channel,
    to: verification.to,
    from: { email: "", name: serviceName },
    subject: text === null ? words.full : (written.split("\n")[0] ?? ""),
    html: null,
    text: channel === "call" ? spoken : written,
    headers: {},
    code: verification.code,
    outcome: "delivered",
    receivedAt: new Date(world.nowMs()).toISOString(),
  });
}

/** A send attempt that is about to be made. */
export function newAttempt(world: World, channel: SendAttempt["channel"], locale: string): SendAttempt {
  return { sid: `VL${randomHex(world.state, 32)}`, atMs: world.nowMs(), channel, locale, messageId: null };
}
