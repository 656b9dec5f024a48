import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { connect, createServer, type Server } from "node:net";
import { promisify } from "node:util";
import { createClient } from "@redis/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RedisServer, startRedisServer } from "@/test/redis-server";
import { type Charge, createLimits, LimitsUnavailable } from "./consume";
import { createRedisStore } from "./redis-store";

const { DATABASE_URL, TEST_REDIS_URL, REDIS_SERVER_PATH: program = "", WHY_NO_REDIS: whyNot } = process.env;
const closedPort = 1;

/** Counts in another process, which chooses its store by its environment as the shop does. */
async function callFromAnotherProcess(settings: Record<string, string | undefined>, subject: string, calls = 1) {
  const args = ["--import", "tsx", "test/limit-caller.ts", "send.address.short", subject, String(calls)];
  const environment = { ...process.env, REDIS_URL: "", ...settings };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env: environment });
  return { ...JSON.parse(stdout), stderr } as { allowed?: number; error?: string; seconds: number; stderr: string };
}

// Takes connections and says nothing, as a server does that hangs.
let silent: Server;
let silentPort = 0;
beforeAll(async () => {
  silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  if (address === null || typeof address === "string") throw new Error("The silent server has no port.");
  silentPort = address.port;
});
afterAll(() => void silent.close());

const stores = [
  {
    name: "Postgres",
    store: "postgres",
    settings: { DATABASE_URL },
    at: (port: number) => ({ DATABASE_URL: `postgresql://u:p4ssw0rd@127.0.0.1:${port}/none` }),
  },
  {
    name: TEST_REDIS_URL ? "Redis" : `Redis: ${whyNot}`,
    store: "redis",
    // The database is away: with REDIS_URL the counts need none.
    settings: { REDIS_URL: TEST_REDIS_URL, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" },
    at: (port: number) => ({ REDIS_URL: `redis://u:p4ssw0rd@127.0.0.1:${port}` }),
  },
];

describe.each(stores)("limits in $name", ({ name, store, settings, at }) => {
  it.skipIf(name.startsWith("Redis:"))("are shared by two processes (R17)", async () => {
    const subject = `${randomUUID()}@example.com`;
    const outcomes = await Promise.all([1, 2].map(() => callFromAnotherProcess(settings, subject, 20)));
    expect(outcomes.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(outcomes.reduce((sum, { allowed = 0 }) => sum + allowed, 0)).toBe(5);
  });

  // Each waits for the time of a restart.
  it.concurrent.each([
    ["nobody listens", () => closedPort],
    ["someone listens and says nothing", () => silentPort],
  ])("block everyone, and fail after the time of a restart, if %s", async (_where, port) => {
    const outcome = await callFromAnotherProcess(at(port()), randomUUID());
    expect(outcome.error).toBe(`unavailable: ${store}`);
    // A restart takes 8 s; the rest is for a busy machine and what the child takes to load its store.
    expect(outcome.seconds).toBeLessThan(20);
    expect(outcome.stderr).not.toContain("p4ssw0rd");
  });
});

describe.skipIf(!TEST_REDIS_URL)("limits in a Redis whose master fails over", () => {
  let first: RedisServer;
  let second: RedisServer;
  let name: Server;
  let target = 0;
  let url = "";
  beforeAll(async () => {
    [first, second] = await Promise.all([startRedisServer(program), startRedisServer(program)]);
    target = Number(new URL(first.url).port);
    // A name that leads to the master of the moment. Connections that it made before stay where they are.
    name = createServer((client) => {
      const server = connect(target, "127.0.0.1");
      client.pipe(server).pipe(client);
      for (const end of [client, server]) end.on("error", () => {});
      client.once("close", () => server.destroy());
      server.once("close", () => client.destroy());
    });
    await new Promise<void>((resolve) => name.listen(0, "127.0.0.1", resolve));
    const address = name.address();
    if (address === null || typeof address === "string") throw new Error("The name has no port.");
    url = `redis://127.0.0.1:${address.port}`;
  });
  afterAll(async () => {
    name.close();
    await Promise.all([first.stop(), second.stop()]);
  });

  it("refuse once at the old master, which is now a replica, and continue counting at the new one (R17)", async () => {
    const store = createRedisStore(url);
    const { consume } = createLimits(async () => store);
    const charges: Charge[] = [{ policy: "send.address.short", subject: randomUUID() }];
    expect(await consume(charges)).toMatchObject({ isAllowed: true });
    await store.ping();

    target = Number(new URL(second.url).port);
    const operator = createClient({ url: first.url });
    await operator.connect();
    await operator.replicaOf("127.0.0.1", target);
    operator.destroy();

    await expect(consume(charges)).rejects.toThrow(LimitsUnavailable);
    expect(await consume(charges)).toMatchObject({ isAllowed: true });
    await store.ping();
  });

  it("are not ready while Redis is a replica and takes no writes", async () => {
    const store = createRedisStore(first.url);
    await expect(store.ping()).rejects.toThrow("READONLY");
  });
});

describe.skipIf(!TEST_REDIS_URL)("limits in a Redis that goes away", () => {
  let redis: RedisServer;
  const subject = randomUUID();
  const charges: Charge[] = [{ policy: "send.address.short", subject }];
  let consume: ReturnType<typeof createLimits>["consume"];
  beforeAll(async () => {
    redis = await startRedisServer(program);
    const store = createRedisStore(redis.url);
    ({ consume } = createLimits(async () => store));
  });
  afterAll(() => redis.stop());

  it("block everyone while it does not answer, and continue counting afterwards", async () => {
    expect(await consume(charges)).toMatchObject({ isAllowed: true });
    redis.pause();
    const startedAt = Date.now();
    await expect(Promise.all([consume(charges), consume(charges)])).rejects.toThrow(LimitsUnavailable);
    expect(Date.now() - startedAt).toBeLessThan(8_000);
    redis.resume();
    await expect
      .poll(() => consume([{ policy: "proof.once", subject: randomUUID() }]))
      .toMatchObject({ isAllowed: true });
    // What was on its way when the answer failed to come may count; it never counts for less.
    expect(await consume(charges)).toMatchObject({ isAllowed: true });
  });

  it("block everyone while it is down, and reconnect when it is back", async () => {
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    await expect(consume(charges)).rejects.toThrow(LimitsUnavailable);
    redis = await startRedisServer(program, port);
    expect(await consume(charges)).toMatchObject({ isAllowed: true });
  });
});
