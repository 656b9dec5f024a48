import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@redis/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient } from "@/emulator/client";
import { startEmulator } from "@/emulator/start-emulator";
import type { Finding } from "@/lib/checks/findings";
import { connect } from "@/prisma/connect";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import type { DoctorOptions } from "@/scripts/doctor/run-checks";
import { connectWebhooks, emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { shopKeyScopes } from "@/scripts/providers/sendgrid-account";
import { startRedisServer } from "./redis-server";

export const operator = "operator@shop.example";

export type World = Awaited<ReturnType<typeof startHealthyShop>>;
/** What is changed for one run. The emulator and the shop's faults change back by themselves, all else by `undo`. */
export type Planted = { source?: NodeJS.Dict<string>; options?: Partial<DoctorOptions>; undo?: () => unknown };
/** The codes are all that doctor may name then, but for those that it names of a healthy shop. */
export type Fault = [what: string, codes: string[], plant: (world: World) => Planted | Promise<Planted>];

const whyNot = "needs a native PostgreSQL and Redis";

/** Plants one fault after the other in a shop that is healthy again before each. */
export function testFaults(title: string, faults: Fault[]): void {
  const canTest = Boolean(process.env.TEST_DATABASE_URL && process.env.REDIS_SERVER_PATH);
  describe.skipIf(!canTest)(`${title} (${whyNot})`, () => {
    let world: World;
    let restoreEmulator: () => Promise<void>;

    beforeAll(async () => {
      world = await startHealthyShop();
      restoreEmulator = await world.account.snapshot();
    });
    afterAll(() => world.stop());

    it("names nothing in a healthy shop but what no API tells", async () => {
      const findings = await examine(world);
      expect(findings.map(({ code }) => code)).toEqual([unreadable]);
    });

    it.each(faults)("names %s: %j", async (_, codes, plant) => {
      const { undo, ...planted } = await plant(world);
      try {
        const findings = await examine(world, planted);
        const named = findings.map(({ code }) => code).filter((code) => code !== unreadable);
        expect([...new Set(named)].sort()).toEqual(codes);
        expectNoSecrets(JSON.stringify(findings), { ...world.source, ...planted.source });
      } finally {
        await undo?.();
        await restoreEmulator();
        Object.assign(world.shop.faults, healthyShop);
      }
    });
  });
}

const unreadable = "TWILIO_GEO_PERMISSIONS";

async function examine({ source, envFile }: World, planted: Planted = {}): Promise<Finding[]> {
  const { runChecks } = await import("@/scripts/doctor/run-checks");
  const options = {
    envFile,
    instances: 1,
    email: operator,
    sendsCode: false,
    sendsEvent: false,
    limitMs: 30_000,
    ...planted.options,
  };
  return await runChecks({ ...options, source: { ...source, ...planted.source } });
}

const secretNames = [
  "DATABASE_URL",
  "REDIS_URL",
  "AUTH_SECRET",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_API_SECRET",
  "STRIPE_SECRET_KEY",
];

function expectNoSecrets(text: string, source: NodeJS.Dict<string>): void {
  const names = [...secretNames, "SENDGRID_API_KEY", "SENDGRID_SETUP_KEY", "SENDGRID_FROM_EMAIL"];
  for (const secret of [operator, ...names.flatMap((name) => source[name] || [])]) expect(text).not.toContain(secret);
}

/** A healthy shop in production, each part its own: what a test breaks breaks no other. */
async function startHealthyShop() {
  const database = await createDatabase();
  const emulator = await startEmulator({ port: 0, host: "127.0.0.1" });
  const redis = await startRedisServer(process.env.REDIS_SERVER_PATH ?? "redis-server");
  const shop = await startShop();
  const account = createEmulatorClient(emulator.url);
  const providers = openProviders(emulator.url);
  const envFile = join(mkdtempSync(join(tmpdir(), "myshop-doctor-")), ".env");
  writeFileSync(envFile, "", { mode: 0o600 });
  chmodSync(envFile, 0o600);

  const key = await providers.sendgrid("POST", "api_keys", { name: "The shop's", scopes: shopKeyScopes });
  for (const sid of [defaultAccount.verifyServiceSid, defaultAccount.trustedServiceSid])
    await providers.twilio(`Services/${sid}`, { LookupEnabled: "true", SkipSmsToLandlines: "true" });
  const source: NodeJS.Dict<string> = {
    ...emulatorEnvironment(emulator.url),
    ...(await connectWebhooks(emulator.url, shop.url)),
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    AUTH_SECRET: process.env.AUTH_SECRET,
    APP_URL: shop.url,
    TRUSTED_PROXY_HOPS: "1",
    LOGIN_CHANNELS: "sms",
    REDIS_URL: redis.url,
    SENDGRID_API_KEY: String(key.api_key),
    SENDGRID_SETUP_KEY: defaultAccount.sendgridApiKey,
  };
  Object.assign(process.env, source);
  await withRedis(redis.url, (client) => client.configSet("save", "86400 1000000"));
  await addAdminAndCodes(providers);
  // Loaded before the first run, which would wait for it.
  await Promise.all([import("@/scripts/doctor/run-checks"), import("@/app/api/health/route")]);
  return {
    ...{ source, envFile, account, providers, database, redis, shop },
    async stop() {
      await Promise.all([shop.stop(), redis.stop(), emulator.close()]);
      await database.stop();
    },
  };
}

/** After the environment is there. */
async function addAdminAndCodes(providers: ReturnType<typeof openProviders>): Promise<void> {
  const { newAdmin } = await import("./admin-parts");
  await newAdmin();
  const mail = { To: operator, Channel: "email" };
  for (const sid of [defaultAccount.verifyServiceSid, defaultAccount.trustedServiceSid])
    await providers.twilio(`Services/${sid}/Verifications`, mail);
  const text = { To: "+14155550100", Channel: "sms" };
  await providers.twilio(`Services/${defaultAccount.verifyServiceSid}/Verifications`, text);
}

async function createDatabase() {
  const server = process.env.TEST_DATABASE_URL ?? "";
  const name = `doctor_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const run = async (at: string, sql: string) => {
    const client = await connect(at);
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(server, `CREATE DATABASE ${name}`);
  await applyMigrations(url.href);
  await seedCatalogue(url.href);
  return {
    name,
    url: url.href,
    sql: (text: string) => run(url.href, text),
    stop: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

export async function withRedis(
  url: string,
  work: (client: ReturnType<typeof createClient>) => Promise<unknown>,
): Promise<void> {
  const client = createClient({ url });
  await client.connect();
  await work(client as ReturnType<typeof createClient>);
  client.destroy();
}

/** A Redis of another version, or of a host that forbids CONFIG. */
export async function startOldRedis(version: string) {
  const info = `redis_version:${version}\r\nrole:master\r\nmaxmemory_policy:noeviction\r\naof_enabled:0\r\n`;
  const server = createTcpServer((socket) => {
    socket.on("data", (data) => {
      for (const command of data.toString().split(/(?=\*\d+\r\n\$)/)) {
        if (/\r\nINFO\r\n/i.test(command)) socket.write(`$${info.length}\r\n${info}\r\n`);
        else socket.write(/\r\nCONFIG\r\n/i.test(command) ? "-ERR unknown command\r\n" : "+OK\r\n");
      }
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `redis://127.0.0.1:${port}`, stop: () => void server.close() };
}

type ShopAnswer = (request: IncomingMessage, own: () => Promise<Response>) => Promise<Response>;

const healthyShop: { hops: number; answer: ShopAnswer } = { hops: 1, answer: (_, own) => own() };

/** The shop's own health behind as many proxies as `hops` says. `answer` stands in for the shop or its proxy. */
async function startShop() {
  const faults = { ...healthyShop };
  const server = createServer(async (request, response) => {
    const answer = await faults.answer(request, () => answerAsShop(request, faults.hops)).catch(() => null);
    if (answer === null) return void request.socket.destroy();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    faults,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function answerAsShop(request: IncomingMessage, hops: number): Promise<Response> {
  if (request.url === "/api/health/ready") return Response.json({ status: "ready" });
  const { GET } = await import("@/app/api/health/route");
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const added = Array.from({ length: hops }, (_, hop) => `10.0.0.${hop + 1}`);
  const forwarded = [headers.get("x-forwarded-for"), ...added].filter(Boolean);
  if (forwarded.length > 0) headers.set("x-forwarded-for", forwarded.join(", "));
  return await GET(new Request("http://shop.test/api/health", { headers }));
}

/** What an operator changes by the vendors' own APIs, with full rights. */
function openProviders(emulatorUrl: string) {
  const basic = Buffer.from(`${defaultAccount.accountSid}:${defaultAccount.authToken}`).toString("base64");
  return {
    async twilio(path: string, form: Record<string, string>): Promise<void> {
      const headers = { authorization: `Basic ${basic}` };
      const url = `${emulatorUrl}/v2/${path}`;
      const answer = await fetch(url, { method: "POST", headers, body: new URLSearchParams(form) });
      if (!answer.ok) throw new Error(`Twilio answered ${answer.status} to ${path}: ${await answer.text()}`);
    },
    async sendgrid(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
      const headers = {
        authorization: `Bearer ${defaultAccount.sendgridApiKey}`,
        "content-type": "application/json",
      };
      const answer = await fetch(`${emulatorUrl}/v3/${path}`, { method, headers, body: JSON.stringify(body) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`SendGrid answered ${answer.status} to ${path}: ${text}`);
      return text === "" ? {} : JSON.parse(text);
    },
  };
}
