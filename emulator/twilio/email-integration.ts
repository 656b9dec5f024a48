import { type Account, isVerifiedSender, type SendgridAccount, type VerifyService } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { findSendgridByKey } from "@/emulator/state/world";
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
