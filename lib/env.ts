import { z } from "zod";
import { otlpEndpoints, telemetryFields } from "@/lib/telemetry/settings";
import { shopConfig } from "@/shop.config";
import { isPhoneChannel, phoneChannels } from "./code-channels";
import { isInwardAddress, isLoopback, isOwnNetwork, isVendorUrl } from "./hosts";

const optionalText = z.string().trim().optional();

const sid = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `must be ${prefix} and 32 hexadecimal digits`);

// `abort`: later rules read it as an address.
const address = (protocol: RegExp, error: string) => z.url({ protocol, error, abort: true });

/** Base64 of a P-256 key in SPKI form (RFC 5480). */
const p256Key = /^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$/;

const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""));

// A name that is no country would let no one in.
const countries = list
  .transform((codes) => codes.map((code) => code.toUpperCase()))
  .refine((codes) => codes.every(isCountry), "must be two-letter country codes with commas, such as US,GB,DE");

const loginChannels = list
  .refine((given) => given.every(isPhoneChannel), `must be some of ${phoneChannels.join(",")}`)
  .transform((given) => phoneChannels.filter((channel) => given.includes(channel)));

/** The first signs, all read. A single one may hold anything but a comma, as before there were lists. */
const authSecrets = z
  .string()
  .refine((text) => !/\s,|,\s/.test(text), "must have no spaces beside the commas between its secrets")
  .transform((text) => text.split(",") as [string, ...string[]])
  .refine(
    (secrets) => secrets.every((secret) => secret.length >= 32),
    "must have at least 32 characters in each secret: `openssl rand -base64 33` makes one",
  )
  .refine((secrets) => new Set(secrets).size === secrets.length, "must not name the same secret twice");

/** Standard Webhooks: 24 to 64 bytes. All sign. */
const webhookSecrets = z
  .string()
  .transform((text) => text.split(","))
  .refine(
    (secrets) => secrets.every(isWebhookSecret),
    'must be whsec_ and 24 to 64 bytes in base64: `echo "whsec_$(openssl rand -base64 32)"` makes one',
  );

/** Not in the smallest unit of ISO 4217, or only with a last digit of 0 (docs.stripe.com/currencies#special-cases). */
const otherUnits = "ISK UGX MGA BHD JOD KWD OMR TND".split(" ");

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must start with postgresql://");
const databasePoolSize = z.coerce.number().int().min(1).max(100).default(10);
const databaseSchema = z.object({ DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: databasePoolSize });

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: databasePoolSize,
    AUTH_SECRET: authSecrets,
    APP_URL: address(/^https?$/, "must be the shop's address, such as https://shop.example"),
    APP_INTERNAL_URL: address(/^https?$/, "must be an address, such as http://127.0.0.1:3000").optional(),
    TWILIO_ACCOUNT_SID: sid("AC"),
    TWILIO_AUTH_TOKEN: optionalText,
    TWILIO_API_KEY: sid("SK").optional(),
    TWILIO_API_SECRET: optionalText,
    TWILIO_VERIFY_SERVICE_SID: sid("VA"),
    TWILIO_TRUSTED_VERIFY_SERVICE_SID: sid("VA").optional(),
    TWILIO_SMS_TEMPLATE_SID: sid("HJ").optional(),
    TWILIO_VERIFY_BASE_URL: address(/^https?$/, "must be an address").default("https://verify.twilio.com"),
    SENDGRID_API_KEY: z.string().startsWith("SG.", "must start with SG."),
    SENDGRID_TEMPLATE_ID: z.string().regex(/^d-[0-9a-f]{32}$/, "must be d- and 32 hexadecimal digits"),
    SENDGRID_FROM_EMAIL: z.email("must be an email address, such as codes@shop.example"),
    SENDGRID_BASE_URL: address(/^https?$/, "must be an address").default("https://api.sendgrid.com"),
    SENDGRID_SUPPRESSION_KEY: z.string().startsWith("SG.", "must start with SG.").optional(),
    SENDGRID_WEBHOOK_PUBLIC_KEY: z
      .string()
      .trim()
      .regex(p256Key, "must be the verification key of the webhook: one line of 124 characters that starts with MFkw")
      .optional(),
    EVENTS_WEBHOOK_URL: address(/^https?$/, "must be an address, such as https://events.example/shop").optional(),
    EVENTS_WEBHOOK_SECRET: webhookSecrets.optional(),
    ALARM_EMAIL: z.email("must be an email address, such as alarms@shop.example").optional(),
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^[sr]k_(?:live|test)_\S+$/, "must be a secret or restricted key, which starts with sk_ or rk_")
      .optional(),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .startsWith("whsec_", "must be a signing secret, which starts with whsec_")
      .optional(),
    STRIPE_BASE_URL: address(/^https?$/, "must be an address").default("https://api.stripe.com"),
    STRIPE_CHECKOUT_URL: address(/^https?$/, "must be an address").default("https://checkout.stripe.com"),
    CRON_SECRET: z
      .string()
      .regex(/^[\x21-\x7e]{32,}$/, "must have at least 32 characters and no space: `openssl rand -base64 33` makes one")
      .optional(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
      .string()
      .refine(isAesKey, "must be 32 bytes in base64: `openssl rand -base64 32` makes one")
      .optional(),
    TURNSTILE_SITE_KEY: optionalText,
    TURNSTILE_SECRET_KEY: optionalText,
    TURNSTILE_BASE_URL: z.url().default("https://challenges.cloudflare.com"),
    DEFAULT_PHONE_COUNTRY: z.string().refine(isCountry, "must be a two-letter country code, such as US").default("US"),
    LOGIN_CHANNELS: loginChannels,
    REDIS_URL: address(/^rediss?$/, "must be an address that starts with redis:// or rediss://").optional(),
    DAILY_SEND_BUDGET: z.coerce.number().int().min(1).max(100_000_000).default(10_000),
    DAILY_PHONE_BUDGET: z.coerce.number().int().min(1).max(100_000_000).default(200),
    SMS_COUNTRIES: countries,
    RESERVED_USERNAMES: z
      .string()
      .regex(/^[a-z0-9._\s,-]*$/i, "must be names of letters, digits, dots, dashes or underscores, with commas")
      .optional(),
    LOCATION_DATABASE: optionalText,
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    ALLOW_PROVIDER_EMULATOR: z.enum(["true", "false"]).default("false"),
    ...telemetryFields,
  })
  .superRefine((value, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });

    const hasApiKey = value.TWILIO_API_KEY !== undefined && value.TWILIO_API_SECRET !== undefined;
    if (value.TWILIO_AUTH_TOKEN === undefined && !hasApiKey) {
      refuse("TWILIO_AUTH_TOKEN", "is missing (or set both TWILIO_API_KEY and TWILIO_API_SECRET)");
    }

    // Strangers' requests would end owners' codes.
    if (value.TWILIO_TRUSTED_VERIFY_SERVICE_SID === value.TWILIO_VERIFY_SERVICE_SID) {
      refuse("TWILIO_TRUSTED_VERIFY_SERVICE_SID", "must be another service than TWILIO_VERIFY_SERVICE_SID");
    }

    for (const [what, ...pair] of [
      ["keys of Turnstile", "TURNSTILE_SITE_KEY", "TURNSTILE_SECRET_KEY"],
      ["keys of Stripe", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
      ["settings of the event stream", "EVENTS_WEBHOOK_URL", "EVENTS_WEBHOOK_SECRET"],
    ] as const) {
      const unset = pair.filter((name) => value[name] === undefined);
      if (unset.length === 1) refuse(unset.join(), `is missing; the two ${what} go together (or remove the other)`);
    }

    if (value.STRIPE_SECRET_KEY !== undefined && otherUnits.includes(shopConfig.currency))
      refuse(
        "STRIPE_SECRET_KEY",
        `cannot take cards in ${shopConfig.currency}, which Stripe does not count as ISO 4217 does`,
      );

    if (value.LOGIN_CHANNELS.length > 0 && value.SMS_COUNTRIES.length === 0) {
      refuse("SMS_COUNTRIES", "is missing: LOGIN_CHANNELS would reach nobody (or remove that)");
    }

    const emulatorAllowed = value.ALLOW_PROVIDER_EMULATOR === "true";
    for (const [name, host] of [
      ["TWILIO_VERIFY_BASE_URL", "twilio.com"],
      ["SENDGRID_BASE_URL", "sendgrid.com"],
      ["TURNSTILE_BASE_URL", "cloudflare.com"],
      ["STRIPE_BASE_URL", "stripe.com"],
    ] as const) {
      if (!emulatorAllowed && !isVendorUrl(value[name], host)) {
        refuse(name, `must be https on ${host}: codes and keys would go to somebody else`);
      }
    }

    const events = value.EVENTS_WEBHOOK_URL === undefined ? null : new URL(value.EVENTS_WEBHOOK_URL);
    if (events !== null && !emulatorAllowed && events.protocol !== "https:") {
      refuse("EVENTS_WEBHOOK_URL", "must be https: events name people's devices");
    }
    if (events !== null && !emulatorAllowed && (isOwnNetwork(events.hostname) || isInwardAddress(events.hostname))) {
      refuse("EVENTS_WEBHOOK_URL", "must not be in a private network");
    }

    // May be a name of the shop's own (docs.stripe.com/payments/checkout/custom-domains).
    if (!emulatorAllowed && !value.STRIPE_CHECKOUT_URL.startsWith("https:"))
      refuse("STRIPE_CHECKOUT_URL", "must be https");

    const app = new URL(value.APP_URL);
    // The emulator's operator reads every code.
    if (emulatorAllowed && !isLoopback(app)) {
      refuse("ALLOW_PROVIDER_EMULATOR", "is only for a shop on localhost; remove it");
    }
    const isProduction = value.NODE_ENV === "production";
    // Cookies need https to be Secure.
    if (isProduction && app.protocol !== "https:" && !isLoopback(app)) refuse("APP_URL", "must be https in production");
    for (const name of ["REDIS_URL", ...otlpEndpoints] as const) {
      const { protocol, hostname } = new URL(value[name] ?? "rediss://unset");
      if (!isProduction || !/^(?:redis|http):$/.test(protocol) || isOwnNetwork(hostname)) continue;
      refuse(name, `must be ${protocol.slice(0, -1)}s:// in production, unless its host is in a private network`);
    }
    // NextAuth replaces the first "signin" of its address.
    if (app.host.includes("signin")) refuse("APP_URL", "must not contain the word signin, on which NextAuth stumbles");
    if (app.pathname !== "/" || app.search !== "" || app.hash !== "") {
      refuse("APP_URL", "must be an origin without a path, such as https://shop.example");
    }
  })
  .transform((value) => ({ ...value, APP_URL: new URL(value.APP_URL).origin }));

export type Env = z.output<typeof schema>;

export const envNames = Object.keys(schema.in.shape);

export type EnvProblem = { name: string; problem: string };

/** All problems, without values. `settings` has what is sound. */
export function examineEnv(source: NodeJS.Dict<string>): { settings: Partial<Env>; problems: EnvProblem[] } {
  return examineWith(schema, source);
}

/** Throws one line per bad variable, without values. */
export function parseEnv(source: NodeJS.Dict<string>): Env {
  return parseWith(schema, source);
}

function parseWith<Schema extends z.ZodType<object>>(checks: Schema, source: NodeJS.Dict<string>): z.output<Schema> {
  const { settings, problems } = examineWith(checks, source);
  if (problems.length === 0) return settings as z.output<Schema>;
  const lines = problems.map(({ name, problem }) => `  ${name} ${problem}`);
  throw new Error(`The environment is not safe to start with:\n${lines.join("\n")}\nSee .env.example.`);
}

/** In place of bad values: rules about several variables run only where each alone is sound. */
const placeholders: NodeJS.Dict<string> = {
  DATABASE_URL: "postgresql://localhost/shop",
  AUTH_SECRET: "x".repeat(32),
  APP_URL: "http://localhost:3000",
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_VERIFY_SERVICE_SID: `VA${"0".repeat(32)}`,
  SENDGRID_API_KEY: "SG.x",
  SENDGRID_TEMPLATE_ID: `d-${"0".repeat(32)}`,
  SENDGRID_FROM_EMAIL: "codes@shop.example",
  TWILIO_AUTH_TOKEN: "x",
  TURNSTILE_SITE_KEY: "x",
  TURNSTILE_SECRET_KEY: "x",
  EVENTS_WEBHOOK_URL: "https://events.example/",
  EVENTS_WEBHOOK_SECRET: `whsec_${"A".repeat(32)}`,
  SMS_COUNTRIES: "US",
  STRIPE_SECRET_KEY: "sk_test_x",
  STRIPE_WEBHOOK_SECRET: "whsec_x",
};

function examineWith<Schema extends z.ZodType<object>>(checks: Schema, source: NodeJS.Dict<string>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const problems: EnvProblem[] = [];
  const isBad = (name: string) => problems.some((problem) => problem.name === name);
  for (;;) {
    const { data, error } = checks.safeParse(given);
    const issues = error?.issues.filter(({ path }) => !isBad(path.join("."))) ?? [];
    if (issues.length === 0) {
      const sound = Object.entries(data ?? {}).filter(([name]) => !isBad(name));
      return { settings: Object.fromEntries(sound) as Partial<z.output<Schema>>, problems };
    }
    for (const { path, code, message } of issues) {
      const name = path.join(".");
      const isMissing = given[name] === undefined && code !== "custom";
      problems.push({ name, problem: isMissing ? "is missing" : message });
    }
    for (const { name } of problems) given[name] = placeholders[name];
  }
}

let checked: Env | undefined;

/** Read once and lazily: `next build` needs no secrets. */
export function env(): Env {
  checked ??= parseEnv(process.env);
  return checked;
}

export function supportEmail(): string {
  return shopConfig.supportEmail ?? env().SENDGRID_FROM_EMAIL;
}

export function alarmEmail(): string {
  return env().ALARM_EMAIL ?? supportEmail();
}

export function databaseEnv(): z.output<typeof databaseSchema> {
  return checked ?? parseWith(databaseSchema, process.env);
}

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  const isCanonical = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  return isCanonical && new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code) !== undefined;
}

function isAesKey(text: string): boolean {
  return /^[A-Za-z0-9+/]+=*$/.test(text) && [16, 24, 32].includes(Buffer.from(text, "base64").length);
}

function isWebhookSecret(text: string): boolean {
  const [, base64 = ""] = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  const { length } = Buffer.from(base64, "base64");
  return length >= 24 && length <= 64;
}
