import { beforeEach, expect, it, vi } from "vitest";

const { TEST_REDIS_URL: redisUrl } = process.env;

/** As a process that starts with these settings would. */
async function checkReadinessWith(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { checkReadiness } = await import("./check-readiness");
  return await checkReadiness();
}

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  Reflect.deleteProperty(globalThis, "shopLimitStore");
});

it("is ready with only a database, and names its newest migration", async () => {
  const readiness = await checkReadinessWith({});
  const schema = expect.stringMatching(/^\d{14}_[a-z_]+$/);
  expect(readiness).toEqual({ status: "ready", database: "up", schema, migrations: "applied", dailyJob: "on-time" });
});

it("is not ready before the migrations of its version are applied, so that no visitor meets it", async () => {
  const { db } = await import("@/lib/db/client");
  const last = "(SELECT max(migration_name) FROM _prisma_migrations)";
  const setUndone = (value: string) =>
    db().$executeRawUnsafe(`UPDATE _prisma_migrations SET rolled_back_at = ${value} WHERE migration_name = ${last}`);
  await setUndone("now()");
  try {
    expect(await checkReadinessWith({})).toMatchObject({ status: "not-ready", database: "up", migrations: "pending" });
  } finally {
    await setUndone("NULL");
  }
});

it.skipIf(!redisUrl)("is ready with a Redis that answers", async () => {
  expect(await checkReadinessWith({ REDIS_URL: redisUrl ?? "" })).toMatchObject({ status: "ready", redis: "up" });
});

it("is not ready while Redis is down, and logs it without the password", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const readiness = await checkReadinessWith({ REDIS_URL: "redis://:p4ssw0rd@127.0.0.1:1" });
  expect(readiness).toMatchObject({ status: "not-ready", database: "up", redis: "down" });
  const line = String(log.mock.calls[0]?.[0]);
  expect(JSON.parse(line)).toMatchObject({ event: "not_ready", part: "redis" });
  expect(line).not.toContain("p4ssw0rd");
});
