import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import getPort from "get-port";
import { Pool } from "pg";
import { createEmulatorClient } from "@/emulator/client";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { startTestDatabase, type TestDatabase } from "@/scripts/database/test-database";
import { connectWebhooks, emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { attributesOf, type OtlpReceiver, type OtlpSpan, startOtlpReceiver } from "@/test/otlp-receiver";
import { askForCode, enterCode, expect, fromNewAddress, newPerson, test, wrongCode } from "./fixtures";
import { openLoginWithoutAutofill, passkeyButton } from "./passkey-button";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";
import { plugInAuthenticator } from "./virtual-authenticator";

// Its parts build on each other.
test.describe.configure({ mode: "serial", retries: 0, timeout: 120_000 });

let receiver: OtlpReceiver;
let emulator: RunningEmulator;
/** Of its own: the other processes of the tests would send its mails. */
let database: TestDatabase;
let inbox: ReturnType<typeof createEmulatorClient>;
let watched: SecondShop;

const person = newPerson();
const refused = { ...newPerson(), email: `bounce+${randomUUID()}@example.com` };
const stranger = `bounce+${randomUUID()}@example.com`;
/** All that must not leave the shop. */
const secrets = new Set<string>();
const codes = new Set<string>();
const foreignTrace = "11111111111111111111111111111111";

test.beforeAll(async () => {
  [receiver, emulator, database] = await Promise.all([startOtlpReceiver(), startEmulator(), startTestDatabase()]);
  await applyMigrations(database.url);
  await seedCatalogue(database.url);
  inbox = createEmulatorClient(emulator.url);
  const port = await getPort();
  watched = await startSecondShop({
    PORT: String(port),
    DATABASE_URL: database.url,
    REDIS_URL: "",
    ...emulatorEnvironment(emulator.url),
    ...(await connectWebhooks(emulator.url, `http://localhost:${port}`)),
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_HEADERS: "api-key=a-key-of-the-collector",
    OTEL_METRIC_EXPORT_INTERVAL: "1000",
    OTEL_BSP_SCHEDULE_DELAY: "200",
  });
  await waitUntilUp(watched);
  for (const { email, username } of [person, refused]) keepSecret(email, username);
  keepSecret(stranger, person.phone, person.phone.slice(1), "a-key-of-the-collector", foreignTrace);
});
test.afterAll(async () => {
  watched.stop();
  await watched.exitCode;
  await emulator.close();
  await database.stop();
  receiver.stop();
});

function keepSecret(...values: string[]): void {
  for (const value of values) secrets.add(value).add(encodeURIComponent(value));
}

async function rememberCookies(context: BrowserContext): Promise<void> {
  for (const { value } of await context.cookies()) if (value.length > 12) keepSecret(value);
}

async function takeCode(email: string): Promise<string> {
  const code = await inbox.latestCode(email);
  codes.add(code);
  return code;
}

const server = 2;
const client = 3;
const inTrace = (traceId: string | undefined) => receiver.spans().filter((span) => span.traceId === traceId);
const named = (name: string, wanted: Record<string, string> = {}) =>
  receiver
    .spans()
    .filter(
      (span) => span.name === name && Object.entries(wanted).every(([key, is]) => attributesOf(span)[key] === is),
    );

async function untilThereIs(name: string, wanted: Record<string, string> = {}): Promise<OtlpSpan> {
  await expect.poll(() => named(name, wanted).length, { timeout: 15_000 }).toBeGreaterThan(0);
  const [span] = named(name, wanted);
  if (span === undefined) throw new Error(`There is no span ${name}.`);
  return span;
}

async function count(name: string, wanted: Record<string, string> = {}): Promise<number> {
  return receiver
    .points(name)
    .filter((point) => Object.entries(wanted).every(([key, is]) => point[`shop.${key}`] === is))
    .reduce((sum, { value }) => sum + value, 0);
}

test("a registration, a wrong code and a login are counted, and their calls to Twilio are timed", async ({ page }) => {
  await page.goto(`${watched.url}/register`);
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  keepSecret(page.url().split("/").at(-1) ?? "");
  await rememberCookies(page.context());
  await enterCode(page, await takeCode(person.email));
  await page.waitForURL("**/home");
  await rememberCookies(page.context());
  await page.context().clearCookies();

  await askForCode(page, person.email, `${watched.url}/login?next=%2Faccount&email=${person.email}`);
  const code = await takeCode(person.email);
  codes.add(wrongCode(code));
  await enterCode(page, wrongCode(code));
  await expect(page.getByRole("alert").getByText("That code is wrong or has expired.")).toBeVisible();
  await enterCode(page, code);
  await page.waitForURL("**/account");
  await rememberCookies(page.context());

  await expect.poll(() => count("shop.logins", { method: "EMAIL_CODE", outcome: "REGISTERED" })).toBe(1);
  await expect.poll(() => count("shop.logins", { method: "EMAIL_CODE", outcome: "LOGGED_IN" })).toBe(1);
  expect(await count("shop.codes.sent", { channel: "EMAIL" })).toBe(2);
  expect(await count("shop.codes.converted", { channel: "EMAIL" })).toBe(2);
  expect(await count("shop.codes.refused", { reason: "wrong" })).toBe(1);
  expect(await count("shop.logins.refused", { method: "CODE", reason: "CODE_REJECTED" })).toBe(1);
  expect(await count("shop.provider.duration", { provider: "twilio", operation: "start", outcome: "ok" })).toBe(2);
  expect(await count("shop.provider.duration", { provider: "twilio", operation: "check" })).toBe(3);
  const answers = receiver.points("http.server.request.duration");
  expect(answers.some((point) => point["http.response.status_code"] === "200")).toBe(true);
});

test("one trace leads from the code's form to Twilio's check and to the alert at SendGrid", async () => {
  const alert = await untilThereIs("send mail", { "shop.kind": "new-browser" });
  await expect.poll(() => inTrace(alert.traceId).some(({ name }) => name === "sendgrid send")).toBe(true);
  const spans = inTrace(alert.traceId);
  expect(spans.find(({ kind }) => kind === server)?.name).toMatch(/^POST \/\[locale\]\/otp\/\[challenge\]/);
  expect(spans.find(({ name }) => name === "twilio check")).toMatchObject({ kind: client });
  const send = spans.find(({ name }) => name === "sendgrid send");
  expect(send?.parentSpanId).toBe(alert.spanId);
  expect(attributesOf(send ?? {})).toMatchObject({ "http.response.status_code": "202", "shop.outcome": "ok" });
});

test("one trace leads from the login form to Twilio and to SendGrid's event of the refused mail", async ({ page }) => {
  const pool = new Pool({ connectionString: database.url, max: 1 });
  await pool.query(
    `INSERT INTO "User" ("id", "email", "username", "usernameKey", "phone") VALUES (gen_random_uuid(), $1, $2, $2, $3)`,
    [refused.email, refused.username, refused.phone],
  );
  await pool.end();
  await askForCode(page, refused.email, `${watched.url}/login`);
  const event = await untilThereIs("mail event", { "shop.event": "bounce" });
  const spans = inTrace(event.traceId);
  expect(spans.find(({ kind }) => kind === server)?.name).toMatch(/^POST \/\[locale\]\/prerendered\/login/);
  const delivery = spans.find(({ name }) => name === "deliver code");
  expect(spans.find(({ name }) => name === "twilio start")?.parentSpanId).toBe(delivery?.spanId);
  expect(event.parentSpanId).toBe(delivery?.spanId);

  // Of each of SendGrid's posts.
  const webhooks = () => named("POST /api/webhooks/sendgrid").map(({ traceId }) => traceId);
  await expect.poll(webhooks, { timeout: 10_000 }).toContain(event.links?.[0]?.traceId);
  const line = watched
    .output()
    .split("\n")
    .find((text) => text.includes('"mail_refused"'));
  expect(JSON.parse(line ?? "{}")).toMatchObject({ trace: event.traceId, kind: "bounce" });
});

test("one trace leads from the login form to SendGrid and back for an address without an account", async ({ page }) => {
  await askForCode(page, stranger, `${watched.url}/login`);
  await expect.poll(() => named("mail event").length, { timeout: 15_000 }).toBe(2);
  const event = named("mail event")[1];
  const spans = inTrace(event?.traceId);
  expect(spans.find(({ kind }) => kind === server)?.name).toMatch(/^POST \/\[locale\]\/prerendered\/login/);
  expect(spans.find(({ name }) => name === "sendgrid send")?.spanId).toBe(event?.parentSpanId);
  await expect.poll(() => count("shop.mails.refused", { event: "bounce" })).toBe(2);
});

test("a login by passkey is counted, and the ages of outbox and jobs are measured", async ({ page, context }) => {
  await plugInAuthenticator(context, page);
  await askForCode(page, person.email, `${watched.url}/login?next=%2Faccount%2Fpasskeys`);
  await enterCode(page, await takeCode(person.email));
  await page.waitForURL("**/account/passkeys");
  // The login's code counts for the first passkey.
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  await rememberCookies(context);
  await context.clearCookies();
  await openLoginWithoutAutofill(page, `${watched.url}/login`);
  await passkeyButton(page).click();
  await page.waitForURL("**/home");
  await rememberCookies(context);
  await expect.poll(() => count("shop.logins", { method: "PASSKEY" })).toBe(1);
  await expect.poll(() => receiver.points("shop.job.age").map((point) => point["shop.job"])).toEqual(["daily"]);
  expect(receiver.points("shop.outbox.age")).toEqual([{ value: expect.any(Number) }]);
});

test("no address, phone, code, token or cookie is in any span, metric or line of the log", async ({
  page,
  request,
}) => {
  await visitWithSecrets(page);
  const answer = await request.get(`${watched.url}/en/${person.email}?phone=${person.phone}`, {
    headers: {
      ...fromNewAddress(),
      traceparent: `00-${foreignTrace}-2222222222222222-01`,
      tracestate: `mail=${person.username}`,
      baggage: `email=${person.email}`,
    },
  });
  expect(answer.status()).toBe(404);
  const seen = receiver.spans().length;
  await expect.poll(() => receiver.spans().length, { timeout: 10_000 }).toBeGreaterThan(seen);

  watched.stop();
  await watched.exitCode;
  const texts = [...receiver.posts().map(({ text }) => text), watched.output()];
  expect(secrets.size).toBeGreaterThan(20);
  for (const secret of secrets) expect(texts.filter((text) => text.includes(secret)).length, secret).toBe(0);
  expect(codes.size).toBeGreaterThan(3);
  // Numbers and ids may hold the same six digits.
  for (const code of codes) {
    const pattern = new RegExp(`(?<![0-9a-f.])${code}(?![0-9a-f])`);
    expect(texts.filter((text) => pattern.test(text)).length, code).toBe(0);
  }
  const names = new Set(receiver.spans().flatMap((span) => Object.keys(attributesOf(span))));
  for (const name of names)
    expect(name).toMatch(
      /^(http\.(method|route|status_code|response\.status_code)|next\.(route|span_type)|error\.type|shop\.[a-z]+)$/,
    );
});

/** Opens the mailed links, which have tokens in their paths. */
async function visitWithSecrets(page: Page): Promise<void> {
  const mails = await inbox.messages({ to: person.email });
  const links = mails.flatMap(({ text }) => text?.match(/https?:\/\/[^\s)>]+/g) ?? []);
  const ours = links.filter((link) => link.startsWith(watched.url));
  expect(ours.some((link) => link.includes("/not-me/"))).toBe(true);
  for (const link of ours) {
    keepSecret(...link.split(/[/#?=]/).filter((part) => part.length > 20));
    await page.goto(link);
  }
}
