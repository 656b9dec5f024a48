import type Stripe from "stripe";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { realStripe } from "@/emulator/real-sdks";
import { type Fault, operator, type Planted, testFaults, type World } from "@/test/doctor-parts";

const { accountSid, fromEmail, templateId, trustedServiceSid, verifyServiceSid } = defaultAccount;
const nobody = `${"0".repeat(27)}54321`;

type Plant = (world: World) => Planted | Promise<Planted>;

const source = (change: NodeJS.Dict<string>) => () => ({ source: change });

const service =
  (form: Record<string, string>, change: NodeJS.Dict<string> = {}): Plant =>
  async ({ providers }) => {
    await providers.twilio(`Services/${verifyServiceSid}`, form);
    return { source: change };
  };

const account =
  (change: Record<string, unknown>): Plant =>
  async (world) => {
    await world.account.changeAccount(accountSid, change);
    return {};
  };

const sendgrid =
  (method: string, path: string, body?: unknown): Plant =>
  async ({ providers }) => {
    await providers.sendgrid(method, path, body);
    return {};
  };

/** The operator asks for a code, too. */
const withCode =
  (plant: Plant): Plant =>
  async (world) => {
    await world.account.advanceClock(11 * 60_000);
    return { ...(await plant(world)), options: { sendsCode: true } };
  };

type Version = { id: string; html_content: string; plain_content: string };

const template =
  (change: (version: Version) => Partial<Version>): Plant =>
  async ({ providers }) => {
    const { versions } = await providers.sendgrid("GET", `templates/${templateId}`);
    const [version] = versions as [Version];
    const path = `templates/${templateId}/versions/${version.id}`;
    await providers.sendgrid("PATCH", path, change(version));
    return {};
  };

const webhook =
  (change: object, isSigned = true): Plant =>
  async ({ providers }) => {
    const path = "user/webhooks/event/settings";
    const { webhooks } = await providers.sendgrid("GET", `${path}/all`);
    const [{ id, url }] = webhooks as [{ id: string; url: string }];
    await providers.sendgrid("PATCH", `${path}/${id}`, { url, ...change });
    if (!isSigned) await providers.sendgrid("PATCH", `${path}/signed/${id}`, { enabled: false });
    return {};
  };

const key =
  (scopes: string[], variable = "SENDGRID_API_KEY"): Plant =>
  async ({ providers }) => {
    const made = await providers.sendgrid("POST", "api_keys", { name: "Another", scopes });
    return { source: { [variable]: String(made.api_key) } };
  };

const faults: Fault[] = [
  ["an API that is not there", ["PROVIDER_UNREACHABLE"], source({ TWILIO_VERIFY_BASE_URL: "http://127.0.0.1:1" })],
  [
    "an outage",
    ["PROVIDER_FAILS"],
    async (world) => {
      await world.account.addFault({ preset: "sendgrid-down" });
      return {};
    },
  ],
  [
    "an API that is too slow",
    ["CHECK_TIMED_OUT"],
    async (world) => {
      await world.account.addFault({ match: { path: "^/v2/", method: "GET" }, action: { delayMs: 4_000 } });
      return { options: { limitMs: 1_500 } };
    },
  ],
  ["a wrong auth token", ["TWILIO_CREDENTIALS"], source({ TWILIO_AUTH_TOKEN: "wrong" })],
  [
    "an API key with a wrong secret",
    ["TWILIO_CREDENTIALS"],
    source({ TWILIO_API_KEY: `SK${nobody}`, TWILIO_API_SECRET: "wrong" }),
  ],
  [
    "an account that is not the key's",
    ["TWILIO_ACCOUNT_DIFFERS"],
    async (world) => {
      const made = await world.account.addTwilioKey(accountSid);
      const keyOf = { TWILIO_API_KEY: made.sid, TWILIO_API_SECRET: made.secret };
      return { source: { ...keyOf, TWILIO_ACCOUNT_SID: `AC${nobody}` } };
    },
  ],
  ["a trial account", ["TWILIO_TRIAL"], account({ type: "Trial" })],
  [
    "a service that does not exist",
    ["TWILIO_EMAIL_UNCONFIRMED", "TWILIO_SERVICE_UNKNOWN"],
    source({ TWILIO_TRUSTED_VERIFY_SERVICE_SID: `VA${nobody}` }),
  ],
  [
    "no service of its own for trusted devices",
    ["TWILIO_TRUSTED_SERVICE_MISSING"],
    source({ TWILIO_TRUSTED_VERIFY_SERVICE_SID: "" }),
  ],
  ["codes of the wrong length", ["TWILIO_CODE_LENGTH"], service({ CodeLength: "8" })],
  ["a service that asks for amounts", ["TWILIO_PSD2"], service({ Psd2Enabled: "true" })],
  ["texts to landlines", ["TWILIO_LANDLINES"], service({ SkipSmsToLandlines: "false" })],
  [
    "calls that answering machines take",
    ["TWILIO_CHANNELS", "TWILIO_KEY_PRESS"],
    service({ DtmfInputRequired: "false" }, { LOGIN_CHANNELS: "sms,call" }),
  ],
  [
    "a channel without a sender",
    ["TWILIO_CHANNELS", "TWILIO_WHATSAPP_SENDER"],
    source({ LOGIN_CHANNELS: "sms,whatsapp" }),
  ],
  [
    "a text template that does not exist",
    ["TWILIO_SMS_TEMPLATE_UNKNOWN"],
    source({ TWILIO_SMS_TEMPLATE_SID: `HJ${nobody}` }),
  ],
  ["a warning behind the text template", ["TWILIO_SHARE_WARNING"], service({ DoNotShareWarningEnabled: "true" })],
  [
    "an Email Integration that nobody has used",
    ["TWILIO_CHANNELS", "TWILIO_EMAIL_UNCONFIRMED"],
    async (world) => {
      await world.account.advanceClock(31 * 86_400_000);
      return {};
    },
  ],
  ["that a code was sent", ["TWILIO_CODE_SENT"], withCode(async () => ({}))],
  [
    "a service without an Email Integration",
    ["TWILIO_CODE_SENT", "TWILIO_EMAIL_INTEGRATION"],
    withCode(service({ MailerSid: "" })),
  ],
  [
    "a service without the channel Email",
    ["TWILIO_CODE_SENT", "TWILIO_EMAIL_CHANNEL"],
    withCode(async (world) => {
      await world.account.changeService(accountSid, trustedServiceSid, { disabledChannels: ["email"] });
      return {};
    }),
  ],
  [
    "an Email Integration whose key may not send",
    ["SENDGRID_KEY", "TWILIO_EMAIL_KEY"],
    withCode(async (world) => {
      await world.account.changeAccount(accountSid, { sendgridKeys: [] });
      return {};
    }),
  ],
  ["a plan without mails left", ["TWILIO_EMAIL_CREDITS"], withCode(account({ credits: 0 }))],
  [
    "another refusal of the code",
    ["SENDGRID_SENDER_UNVERIFIED", "TWILIO_CODE_NOT_SENT"],
    withCode(account({ verifiedDomains: [] })),
  ],
  ["a wrong key of SendGrid", ["SENDGRID_KEY"], source({ SENDGRID_API_KEY: "SG.wrong.key" })],
  ["a key that may not send", ["SENDGRID_SCOPE_MISSING"], key(["templates.read", "templates.versions.read"])],
  ["a key that may not read templates", ["SENDGRID_SCOPE_MISSING"], key(["mail.send"])],
  ["a key that may do more", ["SENDGRID_SCOPES_WIDE"], source({ SENDGRID_API_KEY: defaultAccount.sendgridApiKey })],
  ["a wrong key for suppressions", ["SENDGRID_KEY"], source({ SENDGRID_SUPPRESSION_KEY: "SG.wrong.key" })],
  [
    "a key that may not release addresses",
    ["SENDGRID_SUPPRESSION_SCOPES"],
    key(["suppression.read"], "SENDGRID_SUPPRESSION_KEY"),
  ],
  [
    "no key that may release addresses and nothing else",
    [],
    key(["suppression.read", "suppression.delete"], "SENDGRID_SUPPRESSION_KEY"),
  ],
  ["a key that may not read the account", ["SENDGRID_ACCOUNT_HIDDEN"], source({ SENDGRID_SETUP_KEY: "" })],
  ["a template that does not exist", ["SENDGRID_TEMPLATE_UNKNOWN"], source({ SENDGRID_TEMPLATE_ID: `d-${nobody}` })],
  [
    "a template without an active version",
    ["SENDGRID_TEMPLATE_INACTIVE"],
    async (world) => {
      const made = await world.providers.sendgrid("POST", "templates", { name: "Empty", generation: "dynamic" });
      return { source: { SENDGRID_TEMPLATE_ID: String(made.id) } };
    },
  ],
  [
    "a page without the code",
    ["SENDGRID_TEMPLATE_PLACEHOLDER"],
    template(({ html_content }) => ({ html_content: html_content.replaceAll("twilio_code", "code") })),
  ],
  [
    "a plain text without the code",
    ["SENDGRID_TEMPLATE_PLACEHOLDER"],
    template(({ plain_content }) => ({ plain_content: plain_content.replaceAll("twilio_code", "code") })),
  ],
  [
    "links that SendGrid rewrites",
    ["SENDGRID_TEMPLATE_TRACKING"],
    template(({ html_content }) => ({ html_content: html_content.replaceAll('clicktracking="off"', "") })),
  ],
  [
    "a template of another version",
    ["SENDGRID_TEMPLATE_DIFFERS"],
    template(({ html_content }) => ({ html_content: html_content.replaceAll("{{text_if_not}}", "") })),
  ],
  [
    "links in plain text that SendGrid rewrites",
    ["SENDGRID_TEXT_TRACKING"],
    sendgrid("PATCH", "tracking_settings/click", { enable_text: true }),
  ],
  ["a sender that is not verified", ["SENDGRID_SENDER_UNVERIFIED"], account({ verifiedDomains: ["other.example"] })],
  [
    "a domain whose records are missing",
    ["SENDGRID_SENDER_UNVERIFIED"],
    account({ verifiedDomains: [], pendingDomains: [fromEmail.split("@")[1]] }),
  ],
  [
    "a sender without its domain",
    ["SENDGRID_DOMAIN_UNVERIFIED"],
    async (world) => {
      await world.account.changeAccount(accountSid, { verifiedDomains: [] });
      const sender = { nickname: "Codes", from_email: fromEmail, reply_to: fromEmail };
      await world.providers.sendgrid("POST", "verified_senders", sender);
      const { text } = await world.account.waitForMessage({ to: fromEmail, subject: "Please verify your sender" });
      const token = /verify\/([0-9a-f]+)/.exec(text ?? "")?.[1];
      await world.providers.sendgrid("GET", `verified_senders/verify/${token}`);
      return {};
    },
  ],
  ["a webhook for another path", ["SENDGRID_WEBHOOK_MISSING"], webhook({ url: "https://shop.example/webhooks" })],
  ["a webhook that is off", ["SENDGRID_WEBHOOK_OFF"], webhook({ enabled: false })],
  ["a webhook without an event", ["SENDGRID_WEBHOOK_EVENTS"], webhook({ bounce: false })],
  ["a webhook without a signature", ["SENDGRID_WEBHOOK_UNSIGNED"], webhook({}, false)],
  [
    "a key of another webhook",
    ["SENDGRID_WEBHOOK_KEY"],
    async ({ source: given }) => ({
      source: { SENDGRID_WEBHOOK_PUBLIC_KEY: given.SENDGRID_WEBHOOK_PUBLIC_KEY?.replace(/.{4}==$/, "AAAA==") },
    }),
  ],
  [
    "a webhook whose key the shop does not have",
    ["SENDGRID_WEBHOOK_KEY_MISSING"],
    source({ SENDGRID_WEBHOOK_PUBLIC_KEY: "" }),
  ],
  [
    "an address that SendGrid sends nothing to",
    ["SENDGRID_SUPPRESSED"],
    async (world) => {
      await world.account.suppress(accountSid, "bounces", operator);
      return {};
    },
  ],
];

const stripeEndpoint =
  (change: Stripe.WebhookEndpointUpdateParams): Plant =>
  async ({ source: given }) => {
    const stripe = realStripe(given.STRIPE_BASE_URL ?? "");
    const [endpoint] = (await stripe.webhookEndpoints.list()).data;
    await stripe.webhookEndpoints.update(endpoint?.id ?? "", change);
    return {};
  };

const stripeFaults: Fault[] = [
  ["a wrong key", ["STRIPE_KEY"], source({ STRIPE_SECRET_KEY: "sk_test_wrong" })],
  ["no keys, which is no fault", [], source({ STRIPE_SECRET_KEY: "", STRIPE_WEBHOOK_SECRET: "" })],
  ["one of two keys", ["ENV_MISSING"], source({ STRIPE_WEBHOOK_SECRET: "" })],
  ["an endpoint of another shop", ["STRIPE_WEBHOOK_MISSING"], stripeEndpoint({ url: "https://shop.example/stripe" })],
  ["an endpoint that is disabled", ["STRIPE_WEBHOOK_OFF"], stripeEndpoint({ disabled: true })],
  [
    "an endpoint without an event",
    ["STRIPE_WEBHOOK_EVENTS"],
    stripeEndpoint({ enabled_events: ["checkout.session.completed"] }),
  ],
  [
    "a restricted key",
    ["STRIPE_WEBHOOK_HIDDEN"],
    async (world) => {
      await world.account.addFault({ match: { path: "^/v1/webhook_endpoints" }, action: { status: 403 } });
      return {};
    },
  ],
  [
    "an outage of Stripe",
    ["PROVIDER_FAILS"],
    async (world) => {
      await world.account.addFault({ preset: "stripe-down" });
      return {};
    },
  ],
];

testFaults("what doctor finds at Twilio, SendGrid and Stripe", [...faults, ...stripeFaults]);
