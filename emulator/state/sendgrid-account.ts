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
