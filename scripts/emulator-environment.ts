import { defaultAccount } from "@/emulator/accounts/default-account";

/** The variables that send the shop's codes and mails to an emulator instead of Twilio and SendGrid. */
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
    SENDGRID_TEMPLATE_ID: defaultAccount.templateId,
    SENDGRID_FROM_EMAIL: defaultAccount.fromEmail,
    SENDGRID_FROM_NAME: defaultAccount.fromName,
  };
}
