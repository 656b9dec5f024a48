import type Stripe from "stripe";
import type { Verification, VerifyChannel } from "./verification";

/** @see https://www.twilio.com/docs/verify/email */
type Mailer = { sid: string; apiKey: string; templateId: string; fromEmail: string; fromName: string };

/** Kept and answered, without effect here. */
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

/** @see https://www.twilio.com/docs/verify/api/templates */
export type MessageTemplate = {
  sid: string;
  friendlyName: string;
  channels: string[];
  text: string;
  translations: Record<string, string>;
};

/** Only a main key may read the account itself. @see https://www.twilio.com/docs/iam/api-keys/key-resource-v1 */
type TwilioKey = { secret: string; isMain: boolean };

type EventSink = { id: string; url: string };

type StripeAccount = {
  secretKey: string;
  endpoints: Map<string, Stripe.WebhookEndpoint>;
  sessions: Map<string, Stripe.Checkout.Session>;
  refunds: Map<string, Stripe.Refund>;
  /** By idempotency key. `request`: a hash of what was asked. */
  answers: Map<string, { atMs: number; request: string; body: unknown }>;
};

/** A tenant: one Twilio account with its SendGrid and Stripe accounts. */
export type Account = {
  sid: string;
  authToken: string;
  type: "Full" | "Trial";
  apiKeys: Map<string, TwilioKey>;
  services: Map<string, VerifyService>;
  mailers: Map<string, Mailer>;
  messageTemplates: Map<string, MessageTemplate>;
  /** Such as `+1876`. */
  fraudGuardPrefixes: string[];
  geoBlockedPrefixes: string[];
  rateLimits: Map<string, RateLimit>;
  verifications: Map<string, Verification>;
  liveVerifications: Map<string, string>;
  /** From a limit's key to its hits, oldest first. */
  hits: Map<string, number[]>;
  eventSinks: Map<string, EventSink>;
  sendgrid: SendgridAccount;
  stripe: StripeAccount;
};

export type SendgridKey = { id: string; name: string; key: string; scopes: string[] };

export type AuthenticatedDomain = { id: number; domain: string; isValid: boolean };

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
  /** PKCS 8; null while signing is off. */
  privateKeyPem: string | null;
  publicKey: string | null;
  createdAtMs: number;
  updatedAtMs: number;
};

/** Lists of addresses that get no mail; `blocks` alone is a note of one refusal. */
export const suppressionKinds = ["bounces", "blocks", "invalid_emails", "spam_reports", "global"] as const;
export type SuppressionKind = (typeof suppressionKinds)[number];
export type Suppression = { email: string; createdAtMs: number; reason: string; status: string };

export type SendgridAccount = {
  keys: SendgridKey[];
  credits: number | null;
  requests: { perMinute: number; windowStartMs: number; count: number };
  templates: Map<string, MailTemplate>;
  senders: Map<number, VerifiedSender>;
  domains: AuthenticatedDomain[];
  eventWebhooks: Map<string, EventWebhook>;
  clickTracking: { enabled: boolean; enable_text: boolean };
  suppressions: Record<SuppressionKind, Map<string, Suppression>>;
};

/** @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity */
export function isVerifiedSender(sendgrid: SendgridAccount, email: string): boolean {
  const address = email.toLowerCase();
  const domain = address.split("@")[1] ?? "";
  if (sendgrid.domains.some((known) => known.isValid && known.domain === domain)) return true;
  return [...sendgrid.senders.values()].some((sender) => sender.verified && sender.fromEmail.toLowerCase() === address);
}
