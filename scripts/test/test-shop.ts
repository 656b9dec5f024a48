import { randomBytes } from "node:crypto";
import getPort from "get-port";
import { startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { startTestDatabase } from "@/scripts/database/test-database";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";
import type { RunningParts } from "@/scripts/processes/running-parts";
import { connectWebhooks, emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { type ShopConfig, shopConfig } from "@/shop.config";

/** The production build with a new database and emulator. Gives the environment of e2e tests. */
export async function startTestShop(
  running: RunningParts,
  { folder, brand = shopConfig }: { folder?: string; brand?: ShopConfig } = {},
): Promise<NodeJS.ProcessEnv> {
  const database = await startTestDatabase();
  running.add({ name: "The test database", ...database });
  await applyMigrations(database.url);
  await seedCatalogue(database.url);

  const emulator = await startEmulator({ port: 0, host: "127.0.0.1", shopName: brand.name });
  running.add({ name: "The emulator", stop: () => emulator.close() });

  const port = await getPort();
  const shopUrl = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...testEnvironment(),
    ...emulatorEnvironment(emulator.url),
    ...(await connectWebhooks(emulator.url, shopUrl)),
    EMULATOR_URL: emulator.url,
    SHOP_CURRENCY: brand.currency,
    DATABASE_URL: database.url,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    APP_URL: shopUrl,
    CRON_SECRET: randomBytes(33).toString("base64url"),
    // Tests act as the proxy.
    TRUSTED_PROXY_HOPS: "1",
  };
  const next = running.add(startNext("start", port, { ...environment, NODE_ENV: "production" }, { folder }));
  await waitForAnswer(`${environment.APP_URL}/api/health`, next, 60_000);
  return environment;
}

/** Empty values also stop Next from reading .env. */
const KEPT_OUT = [
  "TWILIO_API_KEY",
  "TWILIO_API_SECRET",
  "SENDGRID_SUPPRESSION_KEY",
  "SENDGRID_WEBHOOK_PUBLIC_KEY",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "STRIPE_BASE_URL",
  "STRIPE_CHECKOUT_URL",
  "CRON_SECRET",
  "EVENTS_WEBHOOK_URL",
  "EVENTS_WEBHOOK_SECRET",
  "ALARM_EMAIL",
  "TURNSTILE_SITE_KEY",
  "TURNSTILE_SECRET_KEY",
  "TURNSTILE_BASE_URL",
  "TRUSTED_PROXY_HOPS",
  "REDIS_URL",
  "DAILY_SEND_BUDGET",
  "DAILY_PHONE_BUDGET",
  "SMS_COUNTRIES",
  "LOGIN_CHANNELS",
  "TWILIO_SMS_TEMPLATE_SID",
  "TWILIO_TRUSTED_VERIFY_SERVICE_SID",
  "DATABASE_URL",
  "AUTH_SECRET",
  "APP_URL",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
];

export function testEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(KEPT_OUT.map((name) => [name, ""])),
    NEXT_TELEMETRY_DISABLED: "1",
    // Builds share the ids of their actions.
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, "only for tests ").toString("base64"),
  };
}
