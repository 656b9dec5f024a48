import { generateKeyPairSync, type KeyPairKeyObjectResult } from "node:crypto";
import { describe, expect, it } from "vitest";
import { examineEnv, parseEnv } from "./env";

const hex = "0123456789abcdef0123456789abcdef";
const complete = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://shop@db.shop.example/shop",
  AUTH_SECRET: "a secret of more than thirty-two characters",
  APP_URL: "https://shop.example",
  TWILIO_ACCOUNT_SID: `AC${hex}`,
  TWILIO_AUTH_TOKEN: "token",
  TWILIO_VERIFY_SERVICE_SID: `VA${hex}`,
  SENDGRID_API_KEY: "SG.key",
  SENDGRID_TEMPLATE_ID: `d-${hex}`,
  SENDGRID_FROM_EMAIL: "codes@shop.example",
};

describe("the environment", () => {
  it("starts a complete production shop", () => {
    expect(parseEnv(complete)).toMatchObject({
      APP_URL: "https://shop.example",
      TWILIO_VERIFY_BASE_URL: "https://verify.twilio.com",
      TRUSTED_PROXY_HOPS: 0,
    });
  });

  it.each(Object.keys(complete).filter((name) => name !== "NODE_ENV"))(
    "refuses to start without %s, and names it",
    (name) => {
      expect(() => parseEnv({ ...complete, [name]: undefined })).toThrow(name);
    },
  );

  it("names every problem at once, also those of several variables together", () => {
    const broken = { ...complete, SENDGRID_API_KEY: "", APP_URL: "http://shop.example", TWILIO_AUTH_TOKEN: undefined };
    const { settings, problems } = examineEnv({ ...broken, LOGIN_CHANNELS: "sms", DAILY_SEND_BUDGET: "many" });
    const names = ["SENDGRID_API_KEY", "APP_URL", "TWILIO_AUTH_TOKEN", "SMS_COUNTRIES", "DAILY_SEND_BUDGET"];
    expect(problems.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(settings.DATABASE_URL).toBe(complete.DATABASE_URL);
    for (const name of names) expect(settings).not.toHaveProperty(name);
  });

  it.each([
    ["SENDGRID_WEBHOOK_PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----"],
    ["SENDGRID_WEBHOOK_PUBLIC_KEY", generateKeyPairSync("ec", { namedCurve: "secp384r1" })],
    ["TWILIO_API_KEY", `AC${hex}`],
    ["STRIPE_SECRET_KEY", "pk_live_public"],
    ["STRIPE_WEBHOOK_SECRET", "secret"],
    ["STRIPE_CHECKOUT_URL", "http://pay.shop.example"],
    ["DEFAULT_PHONE_COUNTRY", "UK"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example:4318"],
    ["OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"],
  ])("refuses a %s that could never work", (name, value) => {
    const text = typeof value === "string" ? value : spki(value);
    expect(() => parseEnv({ ...complete, [name]: text })).toThrow(`${name} must be`);
  });

  it("accepts the key of a signed webhook", () => {
    const key = spki(generateKeyPairSync("ec", { namedCurve: "prime256v1" }));
    expect(parseEnv({ ...complete, SENDGRID_WEBHOOK_PUBLIC_KEY: key }).SENDGRID_WEBHOOK_PUBLIC_KEY).toBe(key);
  });

  it("takes both keys of Stripe or none, and names the one that is missing", () => {
    const [key, secret] = [{ STRIPE_SECRET_KEY: "rk_live_x" }, { STRIPE_WEBHOOK_SECRET: "whsec_x" }];
    expect(parseEnv({ ...complete, ...key, ...secret })).toMatchObject({ ...key, ...secret });
    expect(() => parseEnv({ ...complete, ...key })).toThrow("STRIPE_WEBHOOK_SECRET is missing");
    expect(() => parseEnv({ ...complete, ...secret })).toThrow("STRIPE_SECRET_KEY is missing");
  });

  it("takes an empty setting for a missing one", () => {
    expect(() => parseEnv({ ...complete, SENDGRID_FROM_EMAIL: "" })).toThrow("SENDGRID_FROM_EMAIL is missing");
    expect(parseEnv({ ...complete, SENDGRID_BASE_URL: "" }).SENDGRID_BASE_URL).toBe("https://api.sendgrid.com");
  });

  it("refuses a CRON_SECRET that can be guessed, or that no header can carry", () => {
    for (const CRON_SECRET of ["short", "x".repeat(31), `${"x".repeat(40)} y`, `${"x".repeat(40)}ü`])
      expect(() => parseEnv({ ...complete, CRON_SECRET })).toThrow("CRON_SECRET must have at least 32 characters");
    expect(parseEnv({ ...complete, CRON_SECRET: "x".repeat(32) }).CRON_SECRET).toHaveLength(32);
  });

  it("refuses a key of server actions that Next could not use", () => {
    const key = (bytes: number) => ({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(bytes).toString("base64") });
    expect(() => parseEnv({ ...complete, ...key(33) })).toThrow("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 bytes");
    expect(parseEnv({ ...complete, ...key(32) })).toMatchObject(key(32));
  });

  it("accepts an API key in place of the auth token", () => {
    const keys = { TWILIO_AUTH_TOKEN: undefined, TWILIO_API_KEY: `SK${hex}`, TWILIO_API_SECRET: "secret" };
    expect(parseEnv({ ...complete, ...keys }).TWILIO_API_KEY).toBe(`SK${hex}`);
  });

  it.each([
    ["TURNSTILE_SITE_KEY", "TURNSTILE_SECRET_KEY"],
    ["TURNSTILE_SECRET_KEY", "TURNSTILE_SITE_KEY"],
  ])("refuses %s without %s, and names what is missing", (given, missing) => {
    expect(() => parseEnv({ ...complete, [given]: "0xkey" })).toThrow(`${missing} is missing`);
    expect(parseEnv({ ...complete, [given]: "0xkey", [missing]: "0xother" })[given as "TURNSTILE_SITE_KEY"]).toBe(
      "0xkey",
    );
  });

  const stream = {
    EVENTS_WEBHOOK_URL: "https://events.example/shop",
    EVENTS_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32).toString("base64")}`,
  };

  it("accepts a receiver of events with one secret, or with two while they change", () => {
    const { EVENTS_WEBHOOK_SECRET: secret } = stream;
    expect(parseEnv({ ...complete, ...stream }).EVENTS_WEBHOOK_SECRET).toEqual([secret]);
    const other = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;
    const both = parseEnv({ ...complete, ...stream, EVENTS_WEBHOOK_SECRET: `${secret},${other}` });
    expect(both.EVENTS_WEBHOOK_SECRET).toEqual([secret, other]);
  });

  it.each(["EVENTS_WEBHOOK_URL", "EVENTS_WEBHOOK_SECRET"])("refuses a stream of events without %s", (missing) => {
    expect(() => parseEnv({ ...complete, ...stream, [missing]: "" })).toThrow(`${missing} is missing`);
  });

  it.each(["whsec_", "whsec_c2hvcnQ=", `whsec_${"A".repeat(100)}`, "A".repeat(44), "whsec_not base64, not base64"])(
    "refuses %j as the secret of the stream, without repeating it",
    (secret) => {
      const start = () => parseEnv({ ...complete, ...stream, EVENTS_WEBHOOK_SECRET: secret });
      expect(start).toThrow("EVENTS_WEBHOOK_SECRET must be whsec_");
      expect(start).not.toThrow(secret.slice(6) || "nothing");
    },
  );

  it.each([
    "http://events.example/",
    "https://localhost/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://10.0.0.9/",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/",
    "https://[fe80::1]/",
    "https://[fd00::7]/",
    "https://[::ffff:10.0.0.1]/",
    "https://siem/",
    "https://siem.internal/",
  ])("sends events to no address inside: %s", (url) => {
    expect(() => parseEnv({ ...complete, ...stream, EVENTS_WEBHOOK_URL: url })).toThrow("EVENTS_WEBHOOK_URL must");
    const local = { ...complete, ALLOW_PROVIDER_EMULATOR: "true", APP_URL: "http://localhost:3000" };
    expect(parseEnv({ ...local, ...stream, EVENTS_WEBHOOK_URL: url }).EVENTS_WEBHOOK_URL).toBe(url);
  });

  it.each([
    ["TWILIO_VERIFY_BASE_URL", "https://twilio.com.evil.example"],
    ["TWILIO_VERIFY_BASE_URL", "http://verify.twilio.com"],
    ["TWILIO_VERIFY_BASE_URL", "https://eviltwilio.com"],
    ["SENDGRID_BASE_URL", "http://127.0.0.1:4010"],
    ["STRIPE_BASE_URL", "https://stripe.example"],
    ["TURNSTILE_BASE_URL", "https://challenges.cloudflare.com.evil.example"],
    ["TURNSTILE_BASE_URL", "http://challenges.cloudflare.com"],
  ])("sends codes and keys only to the provider: %s=%s (R43)", (name, url) => {
    expect(() => parseEnv({ ...complete, [name]: url })).toThrow(name);
  });

  it("refuses the emulator, whose inbox shows every code, in a shop that others can reach (R43)", () => {
    const emulated = { ...complete, ALLOW_PROVIDER_EMULATOR: "true", SENDGRID_BASE_URL: "http://127.0.0.1:4010" };
    expect(() => parseEnv(emulated)).toThrow("ALLOW_PROVIDER_EMULATOR");
    expect(parseEnv({ ...emulated, APP_URL: "http://localhost:3000" }).SENDGRID_BASE_URL).toBe("http://127.0.0.1:4010");
  });

  it.each(["0", "-1", "2.5", "many", "1000000001"])("refuses %s messages as the budget of a day", (budget) => {
    expect(() => parseEnv({ ...complete, DAILY_SEND_BUDGET: budget })).toThrow("DAILY_SEND_BUDGET");
  });

  it("sends 10,000 messages a day at most, where nothing else is set", () => {
    expect(parseEnv(complete).DAILY_SEND_BUDGET).toBe(10_000);
    expect(parseEnv({ ...complete, DAILY_SEND_BUDGET: "500" }).DAILY_SEND_BUDGET).toBe(500);
  });

  it("takes more reserved usernames, and says when they are none", () => {
    expect(parseEnv({ ...complete, RESERVED_USERNAMES: "acme, acme-care" }).RESERVED_USERNAMES).toBe("acme, acme-care");
    expect(() => parseEnv({ ...complete, RESERVED_USERNAMES: "acme;x" })).toThrow("RESERVED_USERNAMES must be names");
  });

  it("sends no messages to phones unless countries are named", () => {
    expect(parseEnv(complete)).toMatchObject({ SMS_COUNTRIES: [], DAILY_PHONE_BUDGET: 200 });
    expect(parseEnv({ ...complete, SMS_COUNTRIES: "us, GB,de" }).SMS_COUNTRIES).toEqual(["US", "GB", "DE"]);
  });

  it("offers no code by phone unless told to, and only where a country is named", () => {
    expect(parseEnv(complete).LOGIN_CHANNELS).toEqual([]);
    const offered = { ...complete, LOGIN_CHANNELS: "call, sms", SMS_COUNTRIES: "US" };
    expect(parseEnv(offered).LOGIN_CHANNELS).toEqual(["sms", "call"]);
    expect(() => parseEnv({ ...offered, LOGIN_CHANNELS: "sms,pigeon" })).toThrow("LOGIN_CHANNELS must be some of");
    expect(() => parseEnv({ ...offered, SMS_COUNTRIES: "" })).toThrow("SMS_COUNTRIES is missing");
    expect(() => parseEnv({ ...complete, TWILIO_SMS_TEMPLATE_SID: "VA0" })).toThrow("TWILIO_SMS_TEMPLATE_SID must be");
  });

  it.each(["UK", "XX", "USA", "US;GB", "*", "44"])("takes %j for no country, and names the setting", (countries) => {
    expect(() => parseEnv({ ...complete, SMS_COUNTRIES: countries })).toThrow("SMS_COUNTRIES must be");
  });

  it.each([
    "rediss://user:key@eu1.redis.example:6379",
    "redis://localhost:6379",
    "redis://127.0.0.1:6379/1",
    "redis://[::1]:6379",
    "redis://redis:6379",
    "redis://10.1.2.3",
    "redis://172.31.0.9",
    "redis://[fd00::7]:6379",
    "redis://redis.shop.svc.cluster.local:6379",
    "redis://default:key@redis.railway.internal:6379",
  ])("counts limits in %s", (url) => {
    expect(parseEnv({ ...complete, REDIS_URL: url }).REDIS_URL).toBe(url);
  });

  it.each([
    "redis://:secret-key@eu1.redis.example:6379",
    "redis://:secret-key@203.0.113.7",
    "redis://:secret-key@10.redis.example",
    "redis://:secret-key@172.32.0.1",
    "redis://:secret-key@[2001:db8::1]:6379",
    "https://:secret-key@redis.example",
    "rediss://:secret-key@:::",
  ])("refuses to send a password in clear over the internet, and does not repeat it: %s", (url) => {
    const parse = () => parseEnv({ ...complete, REDIS_URL: url });
    expect(parse).toThrow("REDIS_URL");
    expect(parse).not.toThrow("secret-key");
  });

  it("refuses a production shop without https", () => {
    expect(() => parseEnv({ ...complete, APP_URL: "http://shop.example" })).toThrow("APP_URL must be https");
  });

  it.each(["APP_URL", "APP_INTERNAL_URL", "TWILIO_VERIFY_BASE_URL", "SENDGRID_BASE_URL", "REDIS_URL"])(
    "refuses a %s that is no address, and names it",
    (name) => {
      expect(() => parseEnv({ ...complete, [name]: "shop" })).toThrow(`${name} must be`);
    },
  );

  it("refuses a short secret without repeating it", () => {
    const parse = () => parseEnv({ ...complete, AUTH_SECRET: "short-secret" });
    expect(parse).toThrow("AUTH_SECRET");
    expect(parse).not.toThrow("short-secret");
  });

  it("takes a list of secrets in its order, and a single one as it is", () => {
    const [first, second] = ["n".repeat(44), "o".repeat(44)];
    const read = (text: string) => parseEnv({ ...complete, AUTH_SECRET: text }).AUTH_SECRET;
    expect(read(`${first},${second}`)).toEqual([first, second]);
    expect(read(complete.AUTH_SECRET)).toEqual([complete.AUTH_SECRET]);
    expect(read(`${first}\n`)).toEqual([`${first}\n`]);
  });

  it.each([
    ["one that is short", `${"n".repeat(44)},short-secret-of-31-characters-x`],
    ["an empty one", `${"n".repeat(44)},`],
    ["the same one twice", `${"n".repeat(44)},${"n".repeat(44)}`],
    ["a space before one", `${"n".repeat(44)}, ${"o".repeat(44)}`],
    ["a space after one", `${"n".repeat(44)} ,${"o".repeat(44)}`],
  ])("refuses a list of secrets with %s, and repeats none of them", (_what, text) => {
    const parse = () => parseEnv({ ...complete, AUTH_SECRET: text });
    expect(parse).toThrow(/^ {2}AUTH_SECRET must (?:have|not)/m);
    for (const secret of text.split(",").filter((part) => part.trim() !== "")) expect(parse).not.toThrow(secret.trim());
  });
});

function spki({ publicKey }: KeyPairKeyObjectResult): string {
  return publicKey.export({ format: "der", type: "spki" }).toString("base64");
}
