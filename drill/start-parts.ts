import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import getPort from "get-port";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { startPgbouncer } from "@/scripts/database/pgbouncer";
import { startNativePostgres } from "@/scripts/database/test-database";
import { findNginx, findPgbouncer, findPostgres, findRedis } from "@/scripts/processes/find-programs";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";
import { startNginx } from "@/scripts/processes/nginx";
import type { RunningParts } from "@/scripts/processes/running-parts";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { connectWebhooks, emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { testEnvironment } from "@/scripts/test/test-shop";
import { startRedisServer } from "@/test/redis-server";
import type { ShopAddress } from "./shoppers";

type Restartable = { restart(): Promise<void> };

export type Parts = {
  shop: ShopAddress;
  inbox: EmulatorClient;
  databaseUrl: string;
  instances: Instance[];
  postgres: Restartable;
  pgbouncer: Restartable;
  redis: Restartable;
  environment: NodeJS.ProcessEnv;
  /** nginx's: each request with the instance that answered it. */
  accessLog(): string;
};

/** One process of the shop. */
type Instance = {
  url: string;
  /** SIGTERM as a host sends it, then the new process. */
  replace(next: { build?: string; environment?: NodeJS.ProcessEnv }): Promise<void>;
  /** SIGKILL, and a new process after `pauseMs`. */
  kill(pauseMs: number): Promise<void>;
};

const instanceCount = 3;
const mostStartMs = 120_000;
/** As deploy/shop@.service has it. */
const mostStopMs = 40_000;

/** Starts everything on loopback, the shop from the folder of a standalone build. Throws SetupProblem without a program. */
export async function startParts(running: RunningParts, build: string): Promise<Parts> {
  const programs = findPrograms();
  const home = mkdtempSync(join(tmpdir(), "myshop-drill-"));
  // PostgreSQL refuses root, so another user needs the way in.
  chmodSync(home, 0o711);
  running.add({ name: "The folder", stop: async () => rmSync(home, { recursive: true, force: true }) });

  const emulator = await startEmulator({ port: 0, host: "127.0.0.1" });
  running.add({ name: "The emulator", stop: () => emulator.close() });
  // With the settings of a real server: what was committed survives the crash.
  const settings = { max_connections: "60" };
  const postgres = await startRestartable(running, "PostgreSQL", (port) =>
    startNativePostgres(programs.postgresql, join(home, "postgres"), settings, port),
  );
  await applyMigrations(postgres.first.url);
  await seedCatalogue(postgres.first.url);
  const pgbouncer = await startRestartable(running, "pgbouncer", (port) =>
    startPgbouncer(programs.pgbouncer, postgres.first.url, port),
  );
  // Its counts survive the crash too.
  const onDisk = { dir: home, appendonly: "yes", "maxmemory-policy": "noeviction" };
  const redis = await startRestartable(running, "Redis", (port) =>
    startRedisServer(programs["redis-server"], port, onDisk),
  );
  const ports = await Promise.all(Array.from({ length: instanceCount }, () => getPort({ host: "127.0.0.1" })));
  const nginx = running.add({ name: "nginx", ...(await startNginx(programs.nginx, await getPort(), ports)) });

  const environment: NodeJS.ProcessEnv = {
    ...testEnvironment(),
    ...emulatorEnvironment(emulator.url),
    NODE_ENV: "production",
    DATABASE_URL: pgbouncer.first.url,
    REDIS_URL: redis.first.url,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    CRON_SECRET: randomBytes(33).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    APP_URL: nginx.url,
    TRUSTED_PROXY_HOPS: "1",
  };
  Object.assign(environment, await connectWebhooks(emulator.url, `http://127.0.0.1:${ports[0]}`));
  return {
    shop: { url: new URL(nginx.url), certificate: nginx.certificate },
    inbox: createEmulatorClient(emulator.url),
    databaseUrl: postgres.first.url,
    instances: await Promise.all(ports.map((port) => startInstance(running, port, build, environment))),
    postgres,
    pgbouncer,
    redis,
    environment,
    accessLog: nginx.accessLog,
  };
}

function findPrograms() {
  const found = {
    postgresql: findPostgres() ?? "",
    pgbouncer: findPgbouncer() ?? "",
    "redis-server": findRedis() ?? "",
    nginx: findNginx() ?? "",
  };
  const missing = Object.entries(found).flatMap(([name, path]) => (path === "" ? [name] : []));
  if (missing.length > 0) {
    throw new SetupProblem(`The drill needs ${missing.join(", ")}. Debian and Ubuntu: apt-get install.`);
  }
  return found;
}

async function startInstance(
  running: RunningParts,
  port: number,
  firstBuild: string,
  firstEnvironment: NodeJS.ProcessEnv,
): Promise<Instance> {
  let [build, environment] = [firstBuild, firstEnvironment];
  const url = `http://127.0.0.1:${port}`;
  let server = await start();
  running.add({ name: `The shop at port ${port}`, stop: () => server.stop() });
  return {
    url,
    async replace(next) {
      process.kill(server.pid, "SIGTERM");
      await Promise.race([server.exited, sleep(mostStopMs)]);
      await server.stop();
      build = next.build ?? build;
      environment = next.environment ?? environment;
      server = await start();
    },
    async kill(pauseMs) {
      process.kill(server.pid, "SIGKILL");
      await server.exited;
      await sleep(pauseMs);
      server = await start();
    },
  };

  async function start() {
    const started = startNext("start", port, environment, { folder: build });
    await waitForAnswer(`${url}/api/health`, started, mostStartMs);
    return started;
  }
}

async function startRestartable<Program extends { stop(): Promise<void> }>(
  running: RunningParts,
  name: string,
  start: (port: number) => Promise<Program>,
) {
  const port = await getPort({ host: "127.0.0.1" });
  const first = await start(port);
  let program = first;
  running.add({ name, stop: () => program.stop() });
  return {
    first,
    async restart() {
      await program.stop();
      program = await start(port);
    },
  };
}
