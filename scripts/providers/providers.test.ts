import { beforeEach, describe, expect, test } from "vitest";
import { testEmulator } from "@/emulator/test-emulator";
import { ProviderError, providerUrls } from "./provider-request";
import { openSendgridAccount, shopKeyScopes } from "./sendgrid-account";
import { openTwilioAccount } from "./twilio-account";

const { emulator, control, names } = testEmulator("each test");
let settings: Record<string, string>;

beforeEach(async () => {
  await control.clearFaults();
  settings = {
    ALLOW_PROVIDER_EMULATOR: "true",
    TWILIO_VERIFY_BASE_URL: emulator.url,
    SENDGRID_BASE_URL: emulator.url,
    TWILIO_ACCOUNT_SID: names.accountSid,
    TWILIO_AUTH_TOKEN: names.authToken,
  };
});

const sendgrid = (key = names.sendgridApiKey) => openSendgridAccount(settings, key, { timeoutMs: 2_000, retries: 1 });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof ProviderError ? error : undefined),
  );

describe("asking a provider", () => {
  test("waits for a 429 and asks again, and gives up in the end", async () => {
    const rule = { match: { path: "/scopes$", times: 1 }, action: { status: 429, headers: { "Retry-After": "0" } } };
    await control.addFault(rule);
    expect(await sendgrid().scopes()).toContain("mail.send");
    await control.addFault({ ...rule, match: { path: "/scopes$", times: 2 } });
    expect((await refusalOf(sendgrid().scopes()))?.status).toBe(429);
  });

  test.each([
    [{ status: 503, body: "html" }, 503, "status.sendgrid.com"],
    [{ drop: "before" }, null, "status.sendgrid.com"],
    [{ delayMs: 3_000 }, null, "status.sendgrid.com"],
    [{ status: 200, body: "malformed-json" }, 200, "Change what SendGrid names"],
  ] as const)("an answer of %j is an error that says what to do", async (action, status, step) => {
    await control.addFault({ match: { path: "/scopes$" }, action });
    const refused = await refusalOf(sendgrid().scopes());
    expect(refused?.status).toBe(status);
    expect(refused?.message).toContain("Could not read what the key may do: SendGrid");
    expect(refused?.step).toContain(step);
  });

  test("an error names the scope that the key lacks, and never the key or an address", async () => {
    const { api_key: key } = await sendgrid().createKey("shop", shopKeyScopes);
    expect((await refusalOf(sendgrid(key).listKeys()))?.step).toContain('it lacks "api_keys.read"');
    const message = `${key} of ada@example.com is wrong`;
    await control.addFault({ match: { path: "/scopes$" }, action: { status: 401, message } });
    const refused = await refusalOf(sendgrid().scopes());
    expect(refused?.message).toContain('"… of … is wrong"');
    expect(refused?.step).toContain("https://app.sendgrid.com/settings/api_keys");
  });

  test("keys go to the providers' own hosts, or to an allowed emulator on this machine", () => {
    expect(providerUrls({})).toEqual({
      verify: "https://verify.twilio.com",
      twilio: "https://api.twilio.com",
      sendgrid: "https://api.sendgrid.com",
      stripe: "https://api.stripe.com",
    });
    expect(providerUrls({ SENDGRID_BASE_URL: "https://api.eu.sendgrid.com" }).sendgrid).toBe(
      "https://api.eu.sendgrid.com",
    );
    for (const refused of [
      { SENDGRID_BASE_URL: "https://sendgrid.example" },
      { SENDGRID_BASE_URL: "http://127.0.0.1:4010" },
      { STRIPE_BASE_URL: "https://stripe.example" },
      { SENDGRID_BASE_URL: "http://api.sendgrid.com" },
      { ALLOW_PROVIDER_EMULATOR: "true", TWILIO_VERIFY_BASE_URL: "http://emulator.example" },
    ])
      expect(() => providerUrls(refused)).toThrow("keys would go to somebody else");
  });
});

describe("Twilio", () => {
  test("lists every service, oldest first, and changes one", async () => {
    const twilio = openTwilioAccount(settings);
    for (let count = 0; count < 100; count++) await twilio.createService({ FriendlyName: `s${count}` });
    const services = await twilio.listServices();
    expect(services).toHaveLength(102);
    expect(services[0]?.sid).toBe(names.verifyServiceSid);
    await twilio.updateService(names.verifyServiceSid, { CodeLength: "8" });
    expect((await twilio.fetchService(names.verifyServiceSid)).code_length).toBe(8);
  });

  test("takes an API key before a token, and reads the account with the token alone", async () => {
    expect((await openTwilioAccount(settings).fetchAccount()).type).toBe("Full");
    const { sid, secret } = await control.addTwilioKey(names.accountSid);
    const twilio = openTwilioAccount({ ...settings, TWILIO_API_KEY: sid, TWILIO_API_SECRET: secret });
    expect((await twilio.listServices())[0]?.account_sid).toBe(names.accountSid);
    const refused = await refusalOf(twilio.fetchAccount());
    expect([refused?.status, refused?.code]).toEqual([401, 20003]);
  });
});

describe("SendGrid", () => {
  test("finds templates on every page, and keeps one version active", async () => {
    const account = sendgrid();
    const { id } = await account.createTemplate("mails");
    const content = { name: "one", subject: "s", html_content: "<p>{{twilio_code}}</p>", plain_content: "t" };
    const first = await account.createVersion(id, content);
    await account.createVersion(id, { ...content, name: "two" });
    await account.activateVersion(id, first.id);
    const { versions } = await account.fetchTemplate(id);
    expect(versions.map(({ name, active }) => [name, active])).toEqual([
      ["one", 1],
      ["two", 0],
    ]);
    expect((await account.listTemplates()).map(({ name }) => name)).toContain("mails");
  });

  test("signs a webhook, and answers the same key when asked again", async () => {
    const account = sendgrid();
    const { id } = await account.createWebhook({ url: "https://shop.example/hook", enabled: true, bounce: true });
    const key = await account.signWebhook(id);
    expect(await account.signWebhook(id)).toBe(key);
    await account.updateWebhook(id, { url: "https://shop.example/hook", dropped: true });
    expect(await account.listWebhooks()).toMatchObject([{ id, public_key: key, bounce: true, dropped: true }]);
  });

  test("reads senders, domains, keys and the lists that keep mail from an address", async () => {
    const account = sendgrid();
    expect(await account.listSenders()).toEqual([]);
    expect(await account.listDomains()).toMatchObject([{ domain: "shop.example", valid: true }]);
    const { api_key_id: id } = await account.createKey("shop", shopKeyScopes);
    expect((await account.listKeys()).map(({ name }) => name)).toEqual(["Full access", "shop"]);
    await account.deleteKey(id);
    expect(await account.listKeys()).toHaveLength(1);
    for (const kind of ["bounces", "blocks", "global"] as const)
      await control.suppress(names.accountSid, kind, "me@shop.example");
    expect(await account.suppressionsOf("Me@shop.example")).toEqual(["bounces", "global unsubscribes"]);
    expect(await account.suppressionsOf("you@shop.example")).toEqual([]);
  });
});
