import { randomBytes } from "node:crypto";
import { join } from "node:path";
import getPort from "get-port";
import { createEmulatorClient } from "@/emulator/client";
import { startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { emulatorEnvironment } from "@/scripts/emulator-environment";
import { startNext, waitForAnswer } from "@/scripts/next-server";
import type { RunningParts } from "@/scripts/running-parts";
import { startTestDatabase } from "@/scripts/test-database";
import { testEnvironment } from "@/scripts/test-environment";

/** Twilio and SendGrid take about so long to accept a message, in milliseconds; at once would hide who waits for it. */
const providerTakesMs = 400;

/**
 * Starts the build in a folder, with a new database and an emulator of its own. It believes the last entry of
 * X-Forwarded-For, as behind one proxy, so that the pack can be several visitors.
 */
export async function startShopCopy(folder: string, running: RunningParts): Promise<{ url: string; inbox: string }> {
  const database = await startTestDatabase();
  running.add({ name: "The database", ...database });
  await applyMigrations(database.url, undefined, join(folder, "prisma/migrations"));
  await seedCatalogue(database.url);

  const emulator = await startEmulator({ port: 0, host: "127.0.0.1" });
  running.add({ name: "The emulator", stop: () => emulator.close() });
  const control = createEmulatorClient(emulator.url);
  for (const path of ["/Verifications$", "^/v3/mail/send"]) {
    await control.addFault({ match: { path, method: "POST" }, action: { delayMs: providerTakesMs } });
  }

  const port = await getPort();
  const url = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...testEnvironment(),
    ...emulatorEnvironment(emulator.url),
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    APP_URL: url,
    TRUSTED_PROXY_HOPS: "1",
  };
  const next = running.add(startNext("start", port, environment, { folder }));
  await waitForAnswer(`${url}/api/health`, next, 60_000);
  return { url, inbox: emulator.url };
}
