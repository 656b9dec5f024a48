import { type Finding, findingsOf } from "@/lib/checks/findings";
import type { Env } from "@/lib/env";
import { ProviderError } from "@/scripts/providers/provider-request";
import { openTwilioAccount, type TwilioAccount, type VerifyService } from "@/scripts/providers/twilio-account";
import { checkEmail, type Service } from "./check-email-integration";

/** What the code page takes (lib/auth/challenge). */
const codeLength = 6;
const patience = { timeoutMs: 5_000, retries: 0 };

/** `codeTo` gets a code through each service; null: nothing is sent. */
export async function checkTwilio(
  source: NodeJS.Dict<string>,
  settings: Env,
  codeTo: string | null,
): Promise<{ findings: Finding[] }> {
  const twilio = openTwilioAccount(source, patience);
  const services = (["TWILIO_VERIFY_SERVICE_SID", "TWILIO_TRUSTED_VERIFY_SERVICE_SID"] as const).flatMap((variable) => {
    const sid = settings[variable];
    return sid === undefined ? [] : [{ variable, sid }];
  });
  try {
    const findings = await Promise.all([
      checkAccount(twilio),
      checkMessageTemplate(twilio, settings),
      checkPhoneChannels(twilio, services, settings),
      ...services.map((service) => checkService(twilio, service, settings)),
      ...services.map((service) => checkEmail(twilio, service, settings, codeTo)),
    ]);
    if (services.length === 1) findings.push([finding("TWILIO_TRUSTED_SERVICE_MISSING")]);
    return { findings: findings.flat() };
  } catch (error) {
    if (!(error instanceof ProviderError) || error.status !== 401) throw error;
    return { findings: [finding("TWILIO_CREDENTIALS")] };
  }
}

async function checkAccount(twilio: TwilioAccount): Promise<Finding[]> {
  try {
    return (await twilio.fetchAccount()).type === "Trial" ? [finding("TWILIO_TRIAL")] : [];
  } catch (error) {
    // Standard API keys may not read the account; the services show whether a key is good.
    if (error instanceof ProviderError && [401, 403, 404].includes(error.status ?? 0)) return [];
    throw error;
  }
}

async function checkService(twilio: TwilioAccount, { variable, sid }: Service, settings: Env): Promise<Finding[]> {
  let service: VerifyService;
  try {
    service = await twilio.fetchService(sid);
  } catch (error) {
    if (error instanceof ProviderError && error.status === 404)
      return [finding("TWILIO_SERVICE_UNKNOWN", { variable })];
    throw error;
  }
  const { LOGIN_CHANNELS: channels, SMS_COUNTRIES: countries, TWILIO_SMS_TEMPLATE_SID: template } = settings;
  const length = service.code_length;
  const isTexting = countries.length > 0;
  return [
    service.account_sid !== settings.TWILIO_ACCOUNT_SID && finding("TWILIO_ACCOUNT_DIFFERS", { variable }),
    length !== codeLength && finding("TWILIO_CODE_LENGTH", { variable, length }),
    service.psd2_enabled && finding("TWILIO_PSD2", { variable }),
    isTexting &&
      !(service.lookup_enabled && service.skip_sms_to_landlines) &&
      finding("TWILIO_LANDLINES", { variable }),
    isTexting && template && service.do_not_share_warning_enabled && finding("TWILIO_SHARE_WARNING", { variable }),
    channels.includes("call") && !service.dtmf_input_required && finding("TWILIO_KEY_PRESS", { variable }),
    channels.includes("whatsapp") && !service.whatsapp?.from && finding("TWILIO_WHATSAPP_SENDER", { variable }),
  ].flatMap((found) => found || []);
}

async function checkMessageTemplate(twilio: TwilioAccount, settings: Env): Promise<Finding[]> {
  const wanted = settings.TWILIO_SMS_TEMPLATE_SID;
  if (wanted === undefined) return [];
  const template = (await twilio.listMessageTemplates()).find(({ sid }) => sid === wanted);
  return template?.channels.includes("sms") ? [] : [finding("TWILIO_SMS_TEMPLATE_UNKNOWN")];
}

/** The API tells what was sent, not what may be sent. */
async function checkPhoneChannels(
  twilio: TwilioAccount,
  services: Service[],
  { LOGIN_CHANNELS, SMS_COUNTRIES }: Env,
): Promise<Finding[]> {
  if (SMS_COUNTRIES.length === 0) return [];
  const unseen = await Promise.all(
    LOGIN_CHANNELS.map(async (channel) => {
      const sent = await Promise.all(services.map(({ sid }) => twilio.hasSent(sid, channel)));
      return sent.includes(true) ? [] : [channel];
    }),
  );
  const findings = [finding("TWILIO_GEO_PERMISSIONS", { countries: SMS_COUNTRIES.join(",") })];
  const channels = unseen.flat().join(", ");
  return channels === "" ? findings : [...findings, finding("TWILIO_CHANNELS", { channels })];
}

const whyCodes = "No code can be sent, so nobody can log in or register.";

const finding = findingsOf({
  TWILIO_CREDENTIALS: [
    "error",
    "Twilio refuses the credentials.",
    whyCodes,
    "Put the auth token, or an API key with its secret, of the account TWILIO_ACCOUNT_SID into .env.",
  ],
  TWILIO_SERVICE_UNKNOWN: [
    "error",
    "The Verify service of {variable} is not in this Twilio account.",
    whyCodes,
    "Copy the service's sid from https://console.twilio.com/us1/develop/verify/services into {variable}.",
  ],
  TWILIO_ACCOUNT_DIFFERS: [
    "warning",
    "The Verify service of {variable} belongs to another account than TWILIO_ACCOUNT_SID.",
    "The API key is of that account. The auth token of yours would not work.",
    "Set TWILIO_ACCOUNT_SID to the account of the API key.",
  ],
  TWILIO_TRIAL: [
    "error",
    "The Twilio account is a trial.",
    "It sends only to addresses that you have verified at Twilio.",
    "Upgrade the account at https://console.twilio.com/us1/billing/manage-billing/upgrade.",
  ],
  TWILIO_TRUSTED_SERVICE_MISSING: [
    "warning",
    "TWILIO_TRUSTED_VERIFY_SERVICE_SID is not set.",
    "A stranger who asks for codes of an address can use up the codes that its owner needs.",
    "Create a second Verify service, and put its sid into TWILIO_TRUSTED_VERIFY_SERVICE_SID.",
  ],
  TWILIO_CODE_LENGTH: [
    "error",
    "The service of {variable} makes codes of {length} digits.",
    "The code page takes six digits, so no code of this service can be typed.",
    "Set its code length to 6 at https://console.twilio.com/us1/develop/verify/services.",
  ],
  TWILIO_PSD2: [
    "error",
    "The service of {variable} has PSD2 on.",
    "Twilio then refuses each code without an amount and a payee.",
    "Switch PSD2 off for this service.",
  ],
  TWILIO_LANDLINES: [
    "warning",
    "The service of {variable} texts landlines.",
    "Each such text costs money and reaches nobody.",
    'Switch Lookup and "Skip SMS to landlines" on in the service.',
  ],
  TWILIO_KEY_PRESS: [
    "warning",
    "The service of {variable} reads codes aloud as soon as a call is taken.",
    "An answering machine keeps the code for others to hear.",
    'Switch "Require key press" on in the Voice tab of the service.',
  ],
  TWILIO_WHATSAPP_SENDER: [
    "warning",
    "LOGIN_CHANNELS has whatsapp, and the service of {variable} has no WhatsApp sender of its own.",
    "Twilio sends WhatsApp codes only from a sender of yours.",
    "Choose a sender in the WhatsApp tab of the service, or remove whatsapp from LOGIN_CHANNELS.",
  ],
  TWILIO_SMS_TEMPLATE_UNKNOWN: [
    "error",
    "The template of TWILIO_SMS_TEMPLATE_SID is not in this Twilio account, or not for text messages.",
    "Twilio refuses every code by text message.",
    "Copy the sid from the SMS tab of the service, or remove TWILIO_SMS_TEMPLATE_SID.",
  ],
  TWILIO_SHARE_WARNING: [
    "warning",
    "The service of {variable} adds a warning behind the text of TWILIO_SMS_TEMPLATE_SID.",
    "A phone fills in the code only if the last line names the domain.",
    'Switch "Do not share warning" off in the SMS tab of the service.',
  ],
  TWILIO_GEO_PERMISSIONS: [
    "unchecked",
    "Twilio's API does not tell to which countries Verify may send.",
    "A country of SMS_COUNTRIES that is off there gets no text; one that is on there only invites SMS pumping.",
    "Compare https://console.twilio.com/us1/develop/verify/settings/geopermissions with SMS_COUNTRIES ({countries}).",
  ],
  TWILIO_CHANNELS: [
    "unchecked",
    "Twilio's API does not tell which channels a service has on, and no code went out by {channels} in 30 days.",
    "If a channel is off, the shop offers a way to get codes that never works.",
    "Look at the tabs of the service at https://console.twilio.com/us1/develop/verify/services.",
  ],
});
