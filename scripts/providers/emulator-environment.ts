import { defaultAccount } from "@/emulator/accounts/add-account";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { openSendgridAccount, webhookEvents } from "./sendgrid-account";
import { openStripeAccount } from "./stripe-account";

/** The variables that send the shop's codes, mails and payments to an emulator instead of the providers. */
export function emulatorEnvironment(emulatorUrl: string): Record<string, string> {
  return {
    ALLOW_PROVIDER_EMULATOR: "true",
    TWILIO_VERIFY_BASE_URL: emulatorUrl,
    TWILIO_ACCOUNT_SID: defaultAccount.accountSid,
    TWILIO_AUTH_TOKEN: defaultAccount.authToken,
    TWILIO_VERIFY_SERVICE_SID: defaultAccount.verifyServiceSid,
    TWILIO_TRUSTED_VERIFY_SERVICE_SID: defaultAccount.trustedServiceSid,
    SMS_COUNTRIES: "US,CA,GB,DE",
    LOGIN_CHANNELS: "sms,whatsapp,call",
    TWILIO_SMS_TEMPLATE_SID: defaultAccount.smsTemplateSid,
    SENDGRID_BASE_URL: emulatorUrl,
    SENDGRID_API_KEY: defaultAccount.sendgridApiKey,
    SENDGRID_SUPPRESSION_KEY: defaultAccount.sendgridApiKey,
    SENDGRID_TEMPLATE_ID: defaultAccount.templateId,
    SENDGRID_FROM_EMAIL: defaultAccount.fromEmail,
    STRIPE_BASE_URL: emulatorUrl,
    STRIPE_CHECKOUT_URL: emulatorUrl,
    STRIPE_SECRET_KEY: defaultAccount.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: "whsec_not_connected",
  };
}

const NEEDED_FOR_REAL_CODES = ["TWILIO_ACCOUNT_SID", "TWILIO_VERIFY_SERVICE_SID", "SENDGRID_API_KEY"];

/** Whether codes go through Twilio and SendGrid. Half a configuration is refused rather than guessed at. */
export function hasRealProviders(source: NodeJS.ProcessEnv): boolean {
  const missing = NEEDED_FOR_REAL_CODES.filter((name) => !source[name]);
  if (missing.length === 0) return true;
  if (missing.length === NEEDED_FOR_REAL_CODES.length) return false;
  const present = NEEDED_FOR_REAL_CODES.filter((name) => source[name]);
  throw new SetupProblem(
    `Half of the codes' settings: there is ${present.join(" and ")}, but no ${missing.join(" and no ")}. Set all of them for real codes, or none for the built-in emulator. See .env.example.`,
  );
}

/** Makes the emulator post signed events to the shop. Gives the variables with the keys. */
export async function connectWebhooks(emulatorUrl: string, shopUrl: string): Promise<Record<string, string>> {
  const settings = { ALLOW_PROVIDER_EMULATOR: "true", SENDGRID_BASE_URL: emulatorUrl, STRIPE_BASE_URL: emulatorUrl };
  const stripe = openStripeAccount(settings, defaultAccount.stripeSecretKey);
  const sendgrid = openSendgridAccount(settings, defaultAccount.sendgridApiKey);
  const events = Object.fromEntries(webhookEvents.map((event) => [event, true]));
  const { id } = await sendgrid.createWebhook({ url: `${shopUrl}/api/webhooks/sendgrid`, enabled: true, ...events });
  return {
    SENDGRID_WEBHOOK_PUBLIC_KEY: await sendgrid.signWebhook(id),
    STRIPE_WEBHOOK_SECRET: await stripe.addEndpoint(shopUrl),
  };
}
