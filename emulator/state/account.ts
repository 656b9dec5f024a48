import type { Verification, VerifyChannel } from "./verification";

/** An "Email Integration" of the Twilio Console. @see https://www.twilio.com/docs/verify/email */
type Mailer = { sid: string; apiKey: string; templateId: string; fromEmail: string; fromName: string };

/** Settings of a service that only some products use: kept and answered, without effect here. */
type ServiceExtras = {
  push: { include_date: boolean; apn_credential_sid: string | null; fcm_credential_sid: string | null };
  totp: {
    issuer: string | null;
    time_step: number | null;
    code_length: number | null;
    skew: number | null;
  };
  whatsapp: { msg_service_sid: string | null; from: string | null };
  passkeys: {
    relying_party: { id: string | null; name: string | null; origins: string[] | null };
    authenticator_attachment: string | null;
    discoverable_credentials: string | null;
    user_verification: string | null;
  };
};

export type VerifyService = {
  sid: string;
  friendlyName: string;
  codeLength: number;
  lookupEnabled: boolean;
  psd2Enabled: boolean;
  skipSmsToLandlines: boolean;
  dtmfInputRequired: boolean;
  ttsName: string | null;
  doNotShareWarningEnabled: boolean;
  customCodeEnabled: boolean;
  defaultTemplateSid: string | null;
  verifyEventSubscriptionEnabled: boolean;
  extras: ServiceExtras;
  createdAtMs: number;
  updatedAtMs: number;
  mailerSid: string | null;
  disabledChannels: VerifyChannel[];
  codeLifetimeMs: number;
};

export type RateLimitBucket = {
  sid: string;
  max: number;
  intervalSeconds: number;
  createdAtMs: number;
  updatedAtMs: number;
};

export type RateLimit = {
  sid: string;
  serviceSid: string;
  uniqueName: string;
  description: string;
  buckets: Map<string, RateLimitBucket>;
  createdAtMs: number;
  updatedAtMs: number;
};

/** A text for SMS that Twilio's Support registered for an account. @see https://www.twilio.com/docs/verify/api/templates */
export type MessageTemplate = {
  sid: string;
  friendlyName: string;
  channels: string[];
  /** The English one, which stands in for every language without its own. */
  text: string;
  /** By language, as `es`. */
  translations: Record<string, string>;
};

/** Where Event Streams posts the events of one account. */
type EventSink = { id: string; url: string };

/** One Twilio account with the SendGrid account that belongs to it: a tenant of the emulator. */
export type Account = {
  sid: string;
  authToken: string;
  apiKeys: Map<string, string>;
  services: Map<string, VerifyService>;
  mailers: Map<string, Mailer>;
  /** Its own, by sid; Twilio's are there for all. */
  messageTemplates: Map<string, MessageTemplate>;
  /** Beginnings of phone numbers, as `+1876`: what Fraud Guard has blocked, and what Geo Permissions does not allow. */
  fraudGuardPrefixes: string[];
  geoBlockedPrefixes: string[];
  rateLimits: Map<string, RateLimit>;
  verifications: Map<string, Verification>;
  /** From service and address to the verification which answers for them now. */
  liveVerifications: Map<string, string>;
  /** From any limit's own key to the times of its hits, oldest first. */
  hits: Map<string, number[]>;
  eventSinks: Map<string, EventSink>;
  sendgrid: SendgridAccount;
};

type SendgridKey = { key: string; scopes: string[] };

export type TemplateVersion = {
  id: string;
  templateId: string;
  active: boolean;
  name: string;
  subject: string;
  htmlContent: string;
  plainContent: string;
  generatePlainContent: boolean;
  editor: "code" | "design";
  testData: string;
  updatedAtMs: number;
};

export type MailTemplate = {
  id: string;
  name: string;
  generation: "legacy" | "dynamic";
  versions: Map<string, TemplateVersion>;
  updatedAtMs: number;
};

export type VerifiedSender = {
  id: number;
  nickname: string;
  fromEmail: string;
  fromName: string;
  replyTo: string;
  replyToName: string;
  address: string;
  address2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  verified: boolean;
  token: string;
};

export type EventWebhook = {
  id: string;
  enabled: boolean;
  url: string;
  friendlyName: string | null;
  oauthClientId: string | null;
  oauthTokenUrl: string | null;
  flags: Record<string, boolean>;
  /** PKCS 8 PEM of the signing key while signing is on. */
  privateKeyPem: string | null;
  publicKey: string | null;
  createdAtMs: number;
  updatedAtMs: number;
};

type Bounce = { email: string; createdAtMs: number; reason: string; status: string };

export type SendgridAccount = {
  keys: SendgridKey[];
  /** Null is a plan without an end. */
  credits: number | null;
  requests: { perMinute: number; windowStartMs: number; count: number };
  templates: Map<string, MailTemplate>;
  senders: Map<number, VerifiedSender>;
  verifiedDomains: string[];
  eventWebhooks: Map<string, EventWebhook>;
  bounces: Map<string, Bounce>;
};

/**
 * True if mail may be sent from this address: a verified single sender or an authenticated domain.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity
 */
export function isVerifiedSender(sendgrid: SendgridAccount, email: string): boolean {
  const address = email.toLowerCase();
  const domain = address.split("@")[1] ?? "";
  if (sendgrid.verifiedDomains.includes(domain)) return true;
  return [...sendgrid.senders.values()].some((sender) => sender.verified && sender.fromEmail.toLowerCase() === address);
}
