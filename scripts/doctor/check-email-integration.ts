import { type Finding, findingsOf } from "@/lib/checks/findings";
import type { Env } from "@/lib/env";
import { maskEmail } from "@/lib/identifier";
import { ProviderError } from "@/scripts/providers/provider-request";
import type { TwilioAccount } from "@/scripts/providers/twilio-account";
import { shopConfig } from "@/shop.config";

/** A Verify service, and the variable that names it. */
export type Service = { variable: string; sid: string };

/** twilio.com/docs/verify/api/error-codes */
const emailErrors = {
  60217: "TWILIO_EMAIL_INTEGRATION",
  60223: "TWILIO_EMAIL_CHANNEL",
  60604: "TWILIO_EMAIL_KEY",
  60603: "TWILIO_EMAIL_CREDITS",
} as const;

/** Sends a code if asked to; no API tells of the Email Integration, but one of sent codes. */
export async function checkEmail(
  twilio: TwilioAccount,
  { variable, sid }: Service,
  { SENDGRID_TEMPLATE_ID, SENDGRID_FROM_EMAIL }: Env,
  codeTo: string | null,
): Promise<Finding[]> {
  if (codeTo === null)
    return (await twilio.hasSent(sid, "email")) ? [] : [finding("TWILIO_EMAIL_UNCONFIRMED", { variable })];
  const from = { from: SENDGRID_FROM_EMAIL, from_name: shopConfig.senderName };
  try {
    await twilio.sendEndedCode(sid, codeTo, { template_id: SENDGRID_TEMPLATE_ID, ...from });
    return [finding("TWILIO_CODE_SENT", { variable, address: maskEmail(codeTo) })];
  } catch (error) {
    const code = error instanceof ProviderError ? error.code : null;
    // 404: the service is unknown, which is told already.
    if (code === null || code === 20404) return code === null ? Promise.reject(error) : [];
    const known = emailErrors[code as keyof typeof emailErrors];
    return [known === undefined ? finding("TWILIO_CODE_NOT_SENT", { variable, code }) : finding(known, { variable })];
  }
}

const whyCodes = "No code can be sent, so nobody can log in or register.";
const integrationPage = "https://console.twilio.com/us1/develop/verify/email-integrations";

const finding = findingsOf({
  TWILIO_EMAIL_UNCONFIRMED: [
    "unchecked",
    "The service of {variable} has sent no code by mail in the last 30 days.",
    "Twilio's API does not tell whether a service has an Email Integration.",
    "Run `npm run doctor -- --email you@example.com --send-code`, which sends one code to you.",
  ],
  TWILIO_CODE_SENT: [
    "unchecked",
    "Twilio took a code for {address} through the service of {variable}.",
    "Only the mailbox shows whether it arrives. The code itself logs nobody in.",
    "Look for the mail. If it is not there in five minutes, look at https://app.sendgrid.com/email_activity.",
  ],
  TWILIO_EMAIL_INTEGRATION: [
    "error",
    "The service of {variable} has no Email Integration.",
    whyCodes,
    `Open ${integrationPage}, then choose the integration in the Email tab of the service.`,
  ],
  TWILIO_EMAIL_CHANNEL: [
    "error",
    "The service of {variable} has the channel Email off.",
    whyCodes,
    "Switch it on in the Email tab of the service at https://console.twilio.com/us1/develop/verify/services.",
  ],
  TWILIO_EMAIL_KEY: [
    "error",
    "SendGrid does not let the key in Twilio's Email Integration send.",
    whyCodes,
    `Put a key with "Mail Send" and "Template Engine" into the integration at ${integrationPage}.`,
  ],
  TWILIO_EMAIL_CREDITS: [
    "error",
    "The SendGrid account has no mails left in its plan.",
    whyCodes,
    "Upgrade the plan at https://app.sendgrid.com/account/billing.",
  ],
  TWILIO_CODE_NOT_SENT: [
    "error",
    "The service of {variable} did not send the code (error {code}).",
    whyCodes,
    "Read https://www.twilio.com/docs/api/errors/{code}.",
  ],
});
