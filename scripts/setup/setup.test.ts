import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { realVerify } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";
import { parseEnv as parseShopEnv } from "@/lib/env";
import { openSendgridAccount, shopKeyScopes } from "@/scripts/providers/sendgrid-account";
import { openStripeAccount } from "@/scripts/providers/stripe-account";
import { openTwilioAccount } from "@/scripts/providers/twilio-account";
import { runSetup, type SetupOptions } from "./run-setup";
import type { StepReport } from "./setup-step";

const { emulator, control, names } = testEmulator("each test");
let twilioKey: { sid: string; secret: string };
let folder: string;
let envPath: string;

beforeEach(async () => {
  await control.clearFaults();
  await control.changeAccount(names.accountSid, { verifiedDomains: ["shop.example"] });
  twilioKey = await control.addTwilioKey(names.accountSid);
  folder = mkdtempSync(join(tmpdir(), "setup-"));
  envPath = join(folder, ".env");
});

afterEach(() => rmSync(folder, { recursive: true }));

const emulated = () => ({
  ALLOW_PROVIDER_EMULATOR: "true",
  TWILIO_VERIFY_BASE_URL: emulator.url,
  SENDGRID_BASE_URL: emulator.url,
  STRIPE_BASE_URL: emulator.url,
});

function given() {
  return {
    ...emulated(),
    APP_URL: "https://shop.example",
    SENDGRID_FROM_EMAIL: "codes@shop.example",
    TWILIO_API_KEY: twilioKey.sid,
    TWILIO_API_SECRET: twilioKey.secret,
    SENDGRID_SETUP_KEY: names.sendgridApiKey,
  };
}

async function setup(options: Partial<SetupOptions> = {}) {
  const steps: StepReport[] = [];
  const result = await runSetup({
    ...{ envPath, given: given(), shopName: "Tea shop", replace: [], isDryRun: false, ask: null },
    ...options,
    tell: (report) => steps.push(report),
  });
  const changes = steps.filter(({ outcome }) => !["found", "kept", "skipped"].includes(outcome));
  return { ...result, steps, changes: changes.map(({ step }) => step) };
}

const written = () => parseEnv(readFileSync(envPath, "utf8"));
const twilio = () =>
  openTwilioAccount({ ...emulated(), TWILIO_ACCOUNT_SID: names.accountSid, TWILIO_AUTH_TOKEN: names.authToken });
const sendgrid = (key = names.sendgridApiKey) => openSendgridAccount(emulated(), key);

/** Everything in both accounts that set-up could have made. */
async function inventory() {
  const account = sendgrid();
  const templates = (await account.listTemplates()).filter(({ name }) => name.startsWith("Tea shop"));
  return {
    services: (await twilio().listServices()).filter((service) => service.friendly_name === "Tea shop"),
    templates: await Promise.all(templates.map(({ id }) => account.fetchTemplate(id))),
    webhooks: await account.listWebhooks(),
    keys: (await account.listKeys()).filter(({ name }) => name.startsWith("Tea shop")),
  };
}

async function expectAllInPlace() {
  const { services, templates, webhooks, keys } = await inventory();
  const env = written();
  expect(services.map(({ sid, code_length }) => [sid, code_length])).toEqual([
    [env.TWILIO_VERIFY_SERVICE_SID, 6],
    [env.TWILIO_TRUSTED_VERIFY_SERVICE_SID, 6],
  ]);
  expect(templates.map(({ id }) => id)).toEqual([env.SENDGRID_TEMPLATE_ID]);
  expect(templates[0]?.versions.map(({ active }) => active)).toEqual([1]);
  expect(templates[0]?.versions[0]?.html_content).toBe(readFileSync("emulator/templates/code-mail.html", "utf8"));
  expect(webhooks).toMatchObject([
    {
      ...{ url: "https://shop.example/api/webhooks/sendgrid", public_key: env.SENDGRID_WEBHOOK_PUBLIC_KEY },
      ...{
        enabled: true,
        processed: true,
        delivered: true,
        bounce: true,
        dropped: true,
        deferred: true,
        spam_report: true,
      },
    },
  ]);
  expect(keys.map(({ api_key_id }) => api_key_id)).toEqual([env.SENDGRID_API_KEY?.split(".")[1]]);
  const scopes = await sendgrid(env.SENDGRID_API_KEY).scopes();
  expect(scopes).toEqual([...shopKeyScopes, "2fa_required", "sender_verification_eligible"]);
  for (const secret of [env.AUTH_SECRET, env.CRON_SECRET]) expect(secret).toMatch(/^[\w-]{44}$/);
  expect(env.TWILIO_ACCOUNT_SID).toBe(names.accountSid);
  expect(readFileSync(envPath, "utf8")).not.toContain("Setup creates");
}

describe("a first run", () => {
  test("sets up both accounts and writes an .env with which the shop starts", async () => {
    const { problem, todo } = await setup();
    expect(problem).toBeNull();
    await expectAllInPlace();
    expect(statSync(envPath).mode & 0o777).toBe(0o600);
    const env = written();
    expect(() => parseShopEnv({ ...env, DATABASE_URL: "postgresql://localhost/shop" })).not.toThrow();
    expect(env.SENDGRID_SETUP_KEY).toBeUndefined();
    expect(readFileSync(envPath, "utf8")).not.toContain(names.sendgridApiKey);
    expect(todo.join("\n")).toContain("https://console.twilio.com/us1/develop/verify/settings/email");
    expect(todo.join("\n")).toContain("DATABASE_URL");
  });

  test("makes what sends a code, once the one click is done", async () => {
    await setup();
    const env = written();
    const mailer = await fetch(`${emulator.url}/emulator/accounts/${names.accountSid}/mailers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...{ apiKey: env.SENDGRID_API_KEY, templateId: env.SENDGRID_TEMPLATE_ID },
        ...{ fromEmail: env.SENDGRID_FROM_EMAIL, fromName: "Tea shop" },
      }),
    });
    const mailerSid = ((await mailer.json()) as { sid: string }).sid;
    const verifyServiceSid = env.TWILIO_VERIFY_SERVICE_SID ?? "";
    await control.changeService(names.accountSid, verifyServiceSid, { mailerSid });
    const to = `operator-${names.accountSid.toLowerCase()}@shop.example`;
    await realVerify(emulator.url, { ...names, verifyServiceSid }).verifications.create({ to, channel: "email" });
    expect(await control.latestCode(to)).toMatch(/^\d{6}$/);
  });

  test("with the account's token needs no API key, and takes a verified address for a sender", async () => {
    await control.changeAccount(names.accountSid, { verifiedDomains: [] });
    const sender = { nickname: "Shop", from_email: "codes@shop.example", reply_to: "codes@shop.example" };
    const headers = { authorization: `Bearer ${names.sendgridApiKey}`, "content-type": "application/json" };
    const post = (path: string, body: object) =>
      fetch(emulator.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    await post("/v3/verified_senders", sender);
    const { TWILIO_API_KEY: _key, TWILIO_API_SECRET: _secret, ...rest } = given();
    const token = { TWILIO_ACCOUNT_SID: names.accountSid, TWILIO_AUTH_TOKEN: names.authToken };
    const refused = await setup({ given: { ...rest, ...token } });
    expect(refused.problem?.message).toContain("SENDGRID_FROM_EMAIL is no verified sender");
    expect(refused.problem?.message).toContain("https://app.sendgrid.com/settings/sender_auth");
    const { text } = await control.waitForMessage({ to: sender.from_email });
    await fetch(emulator.url + text.split("\n")[1], { headers });
    expect((await setup({ given: { ...rest, ...token } })).problem).toBeNull();
    await expectAllInPlace();
  });

  test("for phones turns on what keeps texts from landlines, and names the countries to allow", async () => {
    const { todo } = await setup({ given: { ...given(), SMS_COUNTRIES: "US,GB" } });
    const { services } = await inventory();
    expect(services.every((service) => service.lookup_enabled && service.skip_sms_to_landlines)).toBe(true);
    expect(todo.join("\n")).toContain("allow US,GB");
  });

  test("for a shop on this machine makes no webhook, which could not reach it", async () => {
    const { problem } = await setup({ given: { ...given(), APP_URL: "http://localhost:3000" } });
    expect(problem).toBeNull();
    expect((await inventory()).webhooks).toEqual([]);
  });

  test("at a terminal asks for what is missing, and again if the answer cannot be right", async () => {
    const asked: string[] = [];
    const answers: Record<string, string | undefined> = given();
    const { problem } = await setup({
      given: emulated(),
      ask: async ({ variable, isSecret, problem: problemOf }) => {
        asked.push(`${variable}${isSecret ? " (hidden)" : ""}`);
        expect(problemOf("")).not.toBeNull();
        expect(problemOf(answers[variable] ?? "")).toBeNull();
        return answers[variable] ?? "";
      },
    });
    expect(problem).toBeNull();
    expect(asked).toEqual([
      ...["APP_URL", "SENDGRID_FROM_EMAIL", "TWILIO_API_KEY"],
      ...["TWILIO_API_SECRET (hidden)", "SENDGRID_SETUP_KEY (hidden)"],
    ]);
    await expectAllInPlace();
  });
});

describe("another run", () => {
  test("changes nothing and makes nothing", async () => {
    await setup();
    const before = [await inventory(), readFileSync(envPath, "utf8"), statSync(envPath).mtimeMs];
    await fetch(`${emulator.url}/emulator/journal`, { method: "DELETE" });
    const again = await setup();
    expect([again.problem, again.changes]).toEqual([null, []]);
    expect([await inventory(), readFileSync(envPath, "utf8"), statSync(envPath).mtimeMs]).toEqual(before);
    expect((await control.journal()).filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("without the old .env finds all but the key, which nobody can read again", async () => {
    await setup();
    const before = await inventory();
    rmSync(envPath);
    const again = await setup();
    expect(again.changes).toEqual(["Settings", "SendGrid key of the shop"]);
    const after = await inventory();
    expect({ ...after, keys: [] }).toEqual({ ...before, keys: [] });
    expect(after.keys).toHaveLength(2);
  });

  test("a dry run writes nothing anywhere, before and after", async () => {
    const before = await inventory();
    const first = await setup({ isDryRun: true });
    expect(first.changes).toEqual([
      ...["Settings", "Verify service", "Verify service for trusted devices", "SendGrid template", "Template version"],
      ...["Event webhook", "Webhook signature", "SendGrid key of the shop"],
    ]);
    expect(await inventory()).toEqual(before);
    expect(() => statSync(envPath)).toThrow();
    await setup();
    expect((await setup({ isDryRun: true })).changes).toEqual([]);
  });

  test("keeps what .env has, with its comments and unknown lines, until told to replace it", async () => {
    const own = `# My own notes\nMY_VARIABLE=1\nAUTH_SECRET=${"a".repeat(40)}\nAPP_URL=https://other.example\n`;
    writeFileSync(envPath, own);
    const kept = await setup();
    expect(readFileSync(envPath, "utf8").startsWith(own)).toBe(true);
    expect(kept.steps).toContainEqual({
      ...{ step: "APP_URL", outcome: "kept", detail: "--replace=APP_URL takes the given one" },
    });
    const old = written();
    const replaced = await setup({
      replace: ["APP_URL", "SENDGRID_WEBHOOK_PUBLIC_KEY", "SENDGRID_API_KEY", "AUTH_SECRET"],
    });
    expect(replaced.todo[0]).toContain("Rotate AUTH_SECRET");
    const env = written();
    expect([env.APP_URL, env.MY_VARIABLE]).toEqual(["https://shop.example", "1"]);
    expect(env.AUTH_SECRET).toMatch(new RegExp(`^${old.AUTH_SECRET},[\\w-]{44}$`));
    expect(env.CRON_SECRET).toBe(old.CRON_SECRET);
    expect(env.SENDGRID_API_KEY).not.toBe(old.SENDGRID_API_KEY);
    expect(env.TWILIO_VERIFY_SERVICE_SID).toBe(old.TWILIO_VERIFY_SERVICE_SID);
    expect(readFileSync(envPath, "utf8")).toContain("# My own notes");
  });

  test("puts a changed code length, a switched-off webhook and an inactive version right", async () => {
    await setup();
    const env = written();
    await twilio().updateService(env.TWILIO_VERIFY_SERVICE_SID ?? "", { CodeLength: "8" });
    const [webhook] = await sendgrid().listWebhooks();
    await sendgrid().updateWebhook(webhook?.id ?? "", { url: webhook?.url, enabled: false, dropped: false });
    const template = await sendgrid().fetchTemplate(env.SENDGRID_TEMPLATE_ID ?? "");
    const version = { name: "broken", subject: "s", html_content: "<p>No code here</p>", plain_content: "" };
    const broken = await sendgrid().createVersion(template.id, version);
    expect((await setup()).changes).toEqual(["Verify service", "Template version", "Event webhook"]);
    const { versions } = await sendgrid().fetchTemplate(template.id);
    expect(versions.find(({ id }) => id === broken.id)?.active).toBe(0);
    expect((await inventory()).services[0]?.code_length).toBe(6);
  });

  test("leaves a template that the operator made as it is", async () => {
    await setup();
    const id = written().SENDGRID_TEMPLATE_ID ?? "";
    const own = { name: "ours", subject: "s", html_content: "<p>{{{twilio_code}}}</p>", plain_content: "" };
    const made = await sendgrid().createVersion(id, own);
    expect((await setup()).steps).toContainEqual(
      expect.objectContaining({ step: "Template version", outcome: "kept" }),
    );
    expect((await sendgrid().fetchTemplate(id)).versions.find((version) => version.id === made.id)?.active).toBe(1);
  });

  test.each([
    ["TWILIO_VERIFY_SERVICE_SID", `VA${"1".repeat(32)}`],
    ["SENDGRID_TEMPLATE_ID", `d-${"1".repeat(32)}`],
    ["SENDGRID_API_KEY", "SG.gone.gone"],
    ["TWILIO_ACCOUNT_SID", `AC${"1".repeat(32)}`],
  ])("says how to mend a %s of another account, and mends it when told to", async (name, value) => {
    await setup();
    writeFileSync(envPath, readFileSync(envPath, "utf8").replace(new RegExp(`^${name}=.*$`, "m"), `${name}=${value}`));
    expect((await setup()).problem?.message).toContain(`--replace=${name}`);
    const right = name === "TWILIO_ACCOUNT_SID" ? { TWILIO_ACCOUNT_SID: names.accountSid } : {};
    expect((await setup({ replace: [name], given: { ...given(), ...right } })).problem).toBeNull();
    expect((await setup()).changes).toEqual([]);
  });
});

describe("a run that fails", () => {
  const writes = [
    ...["/v2/Services$ 1", "/v2/Services$ 2", "/v3/templates$ 1", "/v3/templates/[^/]+/versions$ 1"],
    ...["/settings$ 1", "/settings/signed/ 1", "/v3/api_keys$ 1"],
  ].map((text) => text.split(" ") as [string, string]);
  const cases = (["before", "after"] as const).flatMap((drop) => writes.map(([path, nth]) => ({ drop, path, nth })));

  test.each(cases)("as the line drops $drop write $nth to $path leaves nothing double", async ({ drop, path, nth }) => {
    for (const method of ["POST", "PATCH"])
      await control.addFault({ match: { method, path, nth: Number(nth), times: 1 }, action: { drop } });
    const failed = await setup();
    expect(failed.problem?.message).toContain("gave no answer");
    expect(failed.problem?.step).toContain("https://status.");
    await control.clearFaults();
    expect((await setup()).problem).toBeNull();
    await expectAllInPlace();
  });

  test.each([
    ["TWILIO_API_SECRET", "wrong", "Could not list the Verify services: Twilio answered 401", "console.twilio.com"],
    [
      "SENDGRID_SETUP_KEY",
      "SG.wrong.key",
      "Could not read what the key may do: SendGrid answered 401",
      "app.sendgrid.com",
    ],
  ])(
    "by a wrong %s names the provider, the status and the page, and makes nothing",
    async (name, value, message, page) => {
      const before = await inventory();
      const { problem } = await setup({ given: { ...given(), [name]: value } });
      expect(problem?.message).toContain(message);
      expect(problem?.step).toContain(page);
      expect(await inventory()).toEqual(before);
      expect(() => statSync(envPath)).toThrow();
    },
  );

  test("by a key with too few scopes names those before anything is made", async () => {
    const { api_key: few } = await sendgrid().createKey("few", shopKeyScopes);
    const { problem } = await setup({ given: { ...given(), SENDGRID_SETUP_KEY: few } });
    expect(problem?.message).toContain("lacks templates.create, ");
    expect((await inventory()).services).toEqual([]);
    expect(() => statSync(envPath)).toThrow();
  });

  test("once by too many requests waits and goes through", async () => {
    const action = { status: 429, headers: { "Retry-After": "0" } };
    for (const path of ["/v2/Services$", "/v3/templates$", "/settings$", "/v3/api_keys$"])
      await control.addFault({ match: { method: "POST", path, times: 1 }, action });
    expect((await setup()).problem).toBeNull();
    await expectAllInPlace();
  });

  test("without a terminal names all that is missing at once", async () => {
    const { problem } = await setup({ given: emulated() });
    for (const name of ["APP_URL", "SENDGRID_FROM_EMAIL", "TWILIO_API_KEY", "TWILIO_API_SECRET", "SENDGRID_SETUP_KEY"])
      expect(problem?.message).toContain(name);
  });

  test.each([
    ["http://shop.example", "APP_URL must be https"],
    ["https://shop.example/shop", "APP_URL must be an origin"],
  ])("refuses %s as the shop's address", async (APP_URL, message) => {
    expect((await setup({ given: { ...given(), APP_URL } })).problem?.message).toContain(message);
  });

  test("while the domain's records are missing does the rest, and says what is left", async () => {
    await control.changeAccount(names.accountSid, { verifiedDomains: [], pendingDomains: ["shop.example"] });
    const { problem, todo } = await setup();
    expect(problem?.message).toContain("waits for its DNS records");
    expect(todo.at(-1)).toContain("Connect Twilio with SendGrid");
    await control.changeAccount(names.accountSid, { verifiedDomains: ["shop.example"] });
    expect((await setup()).changes).toEqual([]);
    await expectAllInPlace();
  });
});

describe("Stripe", () => {
  const stripeGiven = () => ({ ...given(), STRIPE_SECRET_KEY: names.stripeSecretKey });
  const endpoints = () => openStripeAccount(emulated(), names.stripeSecretKey).listEndpoints();

  test("is left alone without a key", async () => {
    await setup();
    expect(written().STRIPE_WEBHOOK_SECRET).toBeUndefined();
    expect(await endpoints()).toEqual([]);
  });

  test("gets one webhook endpoint, whose secret is written with the key", async () => {
    await setup({ given: stripeGiven(), isDryRun: true });
    expect(await endpoints()).toEqual([]);
    const { problem } = await setup({ given: stripeGiven() });
    expect(problem).toBeNull();
    const { changes } = await setup({ given: stripeGiven() });
    expect(changes).not.toContain("Stripe webhook");
    expect(await endpoints()).toMatchObject([
      { url: "https://shop.example/api/webhooks/stripe", enabled_events: expect.arrayContaining(["refund.failed"]) },
    ]);
    const env = written();
    expect(env.STRIPE_SECRET_KEY).toBe(names.stripeSecretKey);
    expect(env.STRIPE_WEBHOOK_SECRET).toMatch(/^whsec_/);
  });

  test("asks for the secret of an endpoint that was added before", async () => {
    await openStripeAccount(emulated(), names.stripeSecretKey).addEndpoint("https://shop.example");
    const { todo } = await setup({ given: stripeGiven() });
    expect(todo.join()).toContain("Copy the signing secret");
    expect(written().STRIPE_SECRET_KEY).toBeUndefined();
  });

  test("with a wrong key stops set-up, which says what mends it", async () => {
    const { problem } = await setup({ given: { ...given(), STRIPE_SECRET_KEY: "sk_test_wrong" } });
    expect(problem?.step).toContain("https://dashboard.stripe.com/apikeys");
  });
});
