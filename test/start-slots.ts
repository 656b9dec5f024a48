import type { TestProject } from "vitest/node";
import { startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { startTestDatabase, startTestServer } from "@/scripts/database/test-database";
import { findRedis, HOW_TO_GET_REDIS } from "@/scripts/processes/find-programs";
import { emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { shopConfig } from "@/shop.config";
import { startRedisServer } from "./redis-server";

declare module "vitest" {
  interface ProvidedContext {
    slots: Record<string, string>[];
  }
}

type Part = { environment: Record<string, string>; stop: () => Promise<void> };

/** Each worker has its own database, emulator and Redis. */
export default async function setup(project: TestProject) {
  const redis = findRedis();
  if (redis === null) process.stderr.write(`${HOW_TO_GET_REDIS}\n`);
  const server = await startTestServer();
  const startParts = () => Promise.all([startDatabase(server?.url), startProviders(), startRedis(redis)]);
  const parts = await Promise.all(Array.from({ length: project.config.maxWorkers }, startParts));
  project.provide(
    "slots",
    parts.map((slot) => Object.assign({}, ...slot.map(({ environment }) => environment))),
  );
  return async () => {
    await Promise.all(parts.flat().map(({ stop }) => stop()));
    await server?.stop();
  };
}

async function startDatabase(serverUrl: string | undefined): Promise<Part> {
  const database = await startTestDatabase(serverUrl);
  await applyMigrations(database.url);
  return { environment: { DATABASE_URL: database.url, TEST_DATABASE_URL: serverUrl ?? "" }, stop: database.stop };
}

async function startProviders(): Promise<Part> {
  const emulator = await startEmulator({ port: 0, host: "127.0.0.1", shopName: shopConfig.name });
  return { environment: { ...emulatorEnvironment(emulator.url), EMULATOR_URL: emulator.url }, stop: emulator.close };
}

/** Without Redis, its tests are skipped. */
async function startRedis(program: string | null): Promise<Part> {
  if (program === null) {
    return { environment: { WHY_NO_REDIS: HOW_TO_GET_REDIS }, stop: async () => {} };
  }
  const redis = await startRedisServer(program);
  return { environment: { TEST_REDIS_URL: redis.url, REDIS_SERVER_PATH: program }, stop: redis.stop };
}
