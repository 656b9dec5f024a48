import type { TestProject } from "vitest/node";
import { startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { startEmbeddedDatabase } from "@/scripts/embedded-database";
import { emulatorEnvironment } from "@/scripts/emulator-environment";
import { findRedis, HOW_TO_GET_REDIS } from "@/scripts/find-redis";
import { startRedisServer } from "./redis-server";
import { requireLocalDatabase } from "./require-local-database";

declare module "vitest" {
  interface ProvidedContext {
    /** The environment of each place where a file of database tests can run. */
    slots: Record<string, string>[];
  }
}

type Part = { environment: Record<string, string>; stop: () => Promise<void> };

/**
 * Gives each worker of the database tests parts of its own, so that two files at once do not meet: a migrated database,
 * an emulator and a Redis. The database is an embedded one in memory, or the server that TEST_DATABASE_URL names, which
 * is one for all and has one worker.
 */
export default async function setup(project: TestProject) {
  const redis = findRedis();
  if (redis === null) process.stderr.write(`${HOW_TO_GET_REDIS}\n`);
  const startParts = () => Promise.all([startDatabase(), startProviders(), startRedis(redis)]);
  const parts = await Promise.all(Array.from({ length: project.config.maxWorkers }, startParts));
  project.provide(
    "slots",
    parts.map((slot) => Object.assign({}, ...slot.map(({ environment }) => environment))),
  );
  return async () => {
    await Promise.all(parts.flat().map(({ stop }) => stop()));
  };
}

async function startDatabase(): Promise<Part> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    requireLocalDatabase(given);
    await applyMigrations(given);
    return { environment: { DATABASE_URL: given }, stop: async () => {} };
  }
  const database = await startEmbeddedDatabase();
  await applyMigrations(database.url);
  return { environment: { DATABASE_URL: database.url }, stop: database.stop };
}

async function startProviders(): Promise<Part> {
  const emulator = await startEmulator({ port: 0, host: "127.0.0.1" });
  return { environment: { ...emulatorEnvironment(emulator.url), EMULATOR_URL: emulator.url }, stop: emulator.close };
}

/** Where this machine has no Redis, the tests skip what needs one. */
async function startRedis(program: string | null): Promise<Part> {
  if (program === null) {
    return { environment: { WHY_NO_REDIS: HOW_TO_GET_REDIS }, stop: async () => {} };
  }
  const redis = await startRedisServer(program);
  return { environment: { TEST_REDIS_URL: redis.url, REDIS_SERVER_PATH: program }, stop: redis.stop };
}
