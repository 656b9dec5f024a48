/** Settings of a developer's own .env that must not reach a test: an empty value also stops Next from reading it there. */
const KEPT_OUT = [
  "TWILIO_API_KEY",
  "TWILIO_API_SECRET",
  "SENDGRID_WEBHOOK_PUBLIC_KEY",
  "TURNSTILE_SITE_KEY",
  "TURNSTILE_SECRET_KEY",
  "TURNSTILE_BASE_URL",
  "TRUSTED_PROXY_HOPS",
  "REDIS_URL",
  "DAILY_SEND_BUDGET",
  "DAILY_PHONE_BUDGET",
  "SMS_COUNTRIES",
  "LOGIN_CHANNELS",
  "TWILIO_SMS_TEMPLATE_SID",
  "TWILIO_TRUSTED_VERIFY_SERVICE_SID",
  "DATABASE_URL",
  "AUTH_SECRET",
  "APP_URL",
];

/** This process's environment without the shop's own settings. */
export function testEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(KEPT_OUT.map((name) => [name, ""])),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
