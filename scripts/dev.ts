// npm run dev: everything the shop needs, on this machine, in one command.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseEnv } from "@/lib/env";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { addressOfEmbeddedDatabase, startEmbeddedDatabase } from "@/scripts/database/embedded-database";
import { findRunningDev, keptSecret, removeDevState, writeDevState } from "@/scripts/processes/dev-state";
import { takeLock } from "@/scripts/processes/lock-file";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";
import { choosePort, untilPortIsSilent } from "@/scripts/processes/ports";
import { keepRunningParts } from "@/scripts/processes/running-parts";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { elapsedSince, step } from "@/scripts/processes/step";
import { connectWebhooks, emulatorEnvironment, hasRealProviders } from "@/scripts/providers/emulator-environment";
import { shopConfig } from "@/shop.config";

const startedAt = Date.now();
const { hostname } = parseArgs({ options: { hostname: { type: "string", short: "H" } } }).values;
if (existsSync(".env")) process.loadEnvFile(".env");

const lock = takeLock(".data/dev.lock", "scripts/dev.ts");
if (!lock.isTaken) {
  const address = findRunningDev()?.shopUrl;
  throw new SetupProblem(
    `\`npm run dev\` already runs in this folder (process ${lock.holder})${address ? ` and serves ${address}` : ""}.`,
  );
}
process.once("exit", () => {
  removeDevState();
  lock.release();
});

const running = keepRunningParts({
  exitCodeOnSignal: 0,
  isOverWhenOneIsLost: true,
  onStopping: () => console.log("\nStopping ..."),
});
try {
  await startEverything();
} catch (error) {
  await running.stopAll();
  throw error;
}

async function startEverything(): Promise<void> {
  const shopPort = await choosePort("the shop", "PORT", 3000);
  const shopUrl = addressOnPort(process.env.APP_URL || "http://localhost", shopPort);
  const embeddedPort = process.env.DATABASE_URL
    ? undefined
    : await choosePort("the embedded database", "DATABASE_PORT", 54329);
  const embeddedDatabaseUrl = embeddedPort === undefined ? undefined : addressOfEmbeddedDatabase(embeddedPort);
  const emulatorUrl = hasRealProviders(process.env) ? undefined : await openEmulator();

  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...(emulatorUrl === undefined ? {} : emulatorEnvironment(emulatorUrl)),
    ...(emulatorUrl === undefined ? {} : await connectWebhooks(emulatorUrl, shopUrl)),
    DATABASE_URL: embeddedDatabaseUrl ?? process.env.DATABASE_URL,
    AUTH_SECRET: process.env.AUTH_SECRET || keptSecret(".data/auth-secret"),
    // Inlined into pages: a new one would make Next compile them again.
    HOME_GATE_KEY: keptSecret(".data/home-gate-key"),
    APP_URL: shopUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "development",
  };
  const { DATABASE_URL } = requireSafe(environment);

  // Starts beside the database, and stops before it.
  const next = startNext("dev", shopPort, environment, { host: hostname });
  if (embeddedPort !== undefined) await openEmbeddedDatabase(embeddedPort);
  running.add(next);
  await step("Migrations", () => applyMigrations(DATABASE_URL));
  await step("Catalogue", () => seedCatalogue(DATABASE_URL));
  const ask = (path: string) => waitForAnswer(`http://localhost:${shopPort}${path}`, next, 180_000);
  await step("The shop's first page", () => ask("/"));
  // The middleware waits only five seconds for the check of sessions, so it is compiled before anybody has one.
  void ask("/api/auth/session").catch(() => {});
  running.add({ name: next.name, stop: async () => {}, exited: untilPortIsSilent(shopPort) });

  writeDevState({ pid: process.pid, shopUrl, inboxUrl: emulatorUrl, embeddedDatabaseUrl });
  sayWhereThingsAre(shopUrl, emulatorUrl);
}

function requireSafe(environment: NodeJS.ProcessEnv) {
  try {
    return parseEnv(environment);
  } catch (error) {
    throw new SetupProblem(error instanceof Error ? error.message : String(error));
  }
}

/** The shop's address; one on this machine goes along with the port that was free. */
function addressOnPort(address: string, port: number): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) return address;
  url.port = String(port);
  return url.origin;
}

async function openEmbeddedDatabase(port: number): Promise<void> {
  const database = await step("Embedded PostgreSQL", () => startEmbeddedDatabase({ dataDir: ".data/postgres", port }));
  running.add({ name: "The embedded database", ...database });
}

async function openEmulator(): Promise<string> {
  const port = await choosePort("the emulator", "EMULATOR_PORT", 4010);
  const emulator = await step("Emulator of Twilio and SendGrid", async () => {
    const { startEmulator } = await import("@/emulator/start-emulator");
    return startEmulator({ port, host: "127.0.0.1", shopName: shopConfig.name });
  });
  running.add({ name: "The emulator", stop: () => emulator.close() });
  return emulator.url;
}

function sayWhereThingsAre(shopUrl: string, emulatorUrl: string | undefined): void {
  const inbox = emulatorUrl ? `${emulatorUrl}/` : "none here: codes go out through Twilio and SendGrid";
  console.log(`
Ready after ${elapsedSince(startedAt)}.

  Shop        ${shopUrl}
  Inbox       ${inbox}
  Make admin  npm run create-admin -- --email you@example.com --username yourname --phone +14155550100

Ctrl-C stops everything.
`);
}
