import { readFileSync } from "node:fs";
import type { Account, SendgridKey, VerifyService } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { newSid, randomHex } from "@/emulator/state/world";

export type AccountNames = { [Name in keyof typeof defaultAccount]: string };

const fullAccess = (resource: string) => ["create", "delete", "read", "update"].map((verb) => `${resource}.${verb}`);

/** What a "Full Access" key may do with the resources that exist here. @see https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions */
const fullScopes = [
  "mail.send",
  ...fullAccess("api_keys"),
  ...fullAccess("templates"),
  ...fullAccess("templates.versions"),
  ...fullAccess("templates.versions.activate"),
  ...fullAccess("whitelabel"),
  ...fullAccess("user.webhooks.event.settings"),
  ...fullAccess("user.webhooks.event.test"),
  ...fullAccess("suppression"),
  ...fullAccess("asm.suppressions.global"),
  "tracking_settings.click.read",
  "tracking_settings.click.update",
];

/** Far above SendGrid's own limit, so that a load test does not meet it by accident. */
const generousRequestsPerMinute = 600_000;

/** @see https://www.twilio.com/en-us/blog/domain-bound-sms-otps-verify */
const domainLine = "\n\n@localhost #{{code}}";
const domainBound = {
  text: `{{code}} is your {{friendly_name}} code.${domainLine}`,
  translations: {
    ar: `{{code}} هو رمزك في {{friendly_name}}.${domainLine}`,
    es: `{{code}} es tu código de {{friendly_name}}.${domainLine}`,
  },
};

function templateSource(name: string): string {
  return readFileSync(new URL(`../templates/${name}`, import.meta.url), "utf8");
}

/** Names for one more tenant, random but for what is given. */
export function newAccountNames(state: EmulatorState, given: Partial<AccountNames>): AccountNames {
  return {
    accountSid: newSid(state, "AC"),
    authToken: randomHex(state, 32),
    verifyServiceSid: newSid(state, "VA"),
    mailerSid: newSid(state, "MD"),
    sendgridApiKey: `SG.${randomHex(state, 22)}.${randomHex(state, 43)}`,
    templateId: `d-${randomHex(state, 32)}`,
    smsTemplateSid: newSid(state, "HJ"),
    stripeSecretKey: `sk_test_${randomHex(state, 8)}_emulator`,
    trustedServiceSid: newSid(state, "VA"),
    fromEmail: defaultAccount.fromEmail,
    fromName: defaultAccount.fromName,
    ...given,
  };
}

/** Adds an account in which a code mail can be sent at once: two services, mailer, key, sender and template are in place. */
export function addAccount(state: EmulatorState, names: AccountNames, nowMs: number): Account {
  const services = [names.verifyServiceSid, names.trustedServiceSid].map((sid) => ({
    ...newService(sid, names.fromName, nowMs),
    mailerSid: names.mailerSid,
  }));
  const versionId = `${names.templateId.slice(2, 10)}-0000-4000-8000-000000005409`;
  const account: Account = {
    sid: names.accountSid,
    authToken: names.authToken,
    type: "Full",
    apiKeys: new Map(),
    services: new Map(services.map((service) => [service.sid, service])),
    mailers: new Map([
      [
        names.mailerSid,
        {
          sid: names.mailerSid,
          apiKey: names.sendgridApiKey,
          templateId: names.templateId,
          fromEmail: names.fromEmail,
          fromName: names.fromName,
        },
      ],
    ]),
    messageTemplates: new Map([
      [
        names.smsTemplateSid,
        { sid: names.smsTemplateSid, friendlyName: "Domain-bound", channels: ["sms"], ...domainBound },
      ],
    ]),
    fraudGuardPrefixes: [],
    geoBlockedPrefixes: [],
    rateLimits: new Map(),
    verifications: new Map(),
    liveVerifications: new Map(),
    hits: new Map(),
    eventSinks: new Map(),
    sendgrid: {
      keys: [sendgridKey(names.sendgridApiKey, "Full access", fullScopes)],
      credits: null,
      requests: { perMinute: generousRequestsPerMinute, windowStartMs: nowMs, count: 0 },
      templates: new Map([
        [
          names.templateId,
          {
            id: names.templateId,
            name: "One-time code",
            generation: "dynamic",
            updatedAtMs: nowMs,
            versions: new Map([
              [
                versionId,
                {
                  id: versionId,
                  templateId: names.templateId,
                  active: true,
                  name: "One-time code",
                  subject: templateSource("code-mail-subject.txt").trim(),
                  htmlContent: templateSource("code-mail.html"),
                  plainContent: templateSource("code-mail.txt"),
                  generatePlainContent: false,
                  editor: "code",
                  testData: "",
                  updatedAtMs: nowMs,
                },
              ],
            ]),
          },
        ],
      ]),
      senders: new Map(),
      domains: [{ id: 1, domain: names.fromEmail.split("@")[1] ?? "", isValid: true }],
      eventWebhooks: new Map(),
      clickTracking: { enabled: true, enable_text: false },
      suppressions: {
        bounces: new Map(),
        blocks: new Map(),
        invalid_emails: new Map(),
        spam_reports: new Map(),
        global: new Map(),
      },
    },
    stripe: {
      secretKey: names.stripeSecretKey,
      endpoints: new Map(),
      sessions: new Map(),
      refunds: new Map(),
      answers: new Map(),
    },
  };
  state.accounts.set(account.sid, account);
  return account;
}

/** The second part of a key is its id. */
export function sendgridKey(key: string, name: string, scopes: string[]): SendgridKey {
  return { id: key.split(".")[1] ?? key, name, key, scopes: [...scopes] };
}

const tenMinutesMs = 10 * 60_000;

/** A service with Twilio's defaults. @see https://www.twilio.com/docs/verify/api/service */
export function newService(sid: string, friendlyName: string, nowMs: number): VerifyService {
  return {
    sid,
    friendlyName,
    codeLength: 6,
    lookupEnabled: false,
    psd2Enabled: false,
    skipSmsToLandlines: false,
    dtmfInputRequired: true,
    ttsName: null,
    doNotShareWarningEnabled: false,
    customCodeEnabled: false,
    defaultTemplateSid: null,
    verifyEventSubscriptionEnabled: false,
    extras: {
      push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null },
      totp: { issuer: null, time_step: null, code_length: null, skew: null },
      whatsapp: { msg_service_sid: null, from: null },
      passkeys: {
        relying_party: { id: null, name: null, origins: null },
        authenticator_attachment: null,
        discoverable_credentials: null,
        user_verification: null,
      },
    },
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    mailerSid: null,
    disabledChannels: [],
    codeLifetimeMs: tenMinutesMs,
  };
}

/** The default account. Its values open nothing elsewhere, but have the shape that the SDKs check. */
export const defaultAccount = {
  accountSid: "AC00000000000000000000000000005409",
  authToken: "emulatoronlynotasecret0000005409",
  verifyServiceSid: "VA00000000000000000000000000005409",
  /** A second service, for the codes of a shop's own members. */
  trustedServiceSid: "VA00000000000000000000000000005410",
  mailerSid: "MD00000000000000000000000000005409",
  sendgridApiKey: "SG.emulatoronlynotasecret.0000000000000000000000000000000000000005409",
  templateId: "d-00000000000000000000000000005409",
  /** Ends with the line that binds the code to `localhost`, as a shop's own template does to its domain. */
  smsTemplateSid: "HJ00000000000000000000000000005409",
  stripeSecretKey: "sk_test_00005409_emulator",
  fromEmail: "codes@shop.example",
  fromName: "shop",
} as const;
