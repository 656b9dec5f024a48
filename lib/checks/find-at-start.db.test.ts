import { afterEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { withRedis } from "@/test/doctor-parts";

const { TEST_REDIS_URL: redisUrl = "" } = process.env;

/** The codes that a start with these settings writes to the log. */
async function codesAtStart(settings: Record<string, string>): Promise<string[]> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const lines: string[] = [];
  for (const level of ["warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
  const { reportFindings } = await import("./find-at-start");
  await reportFindings();
  for (const line of lines) expect(line).not.toContain(process.env.AUTH_SECRET);
  return lines.map((line) => JSON.parse(line).code).sort();
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it("logs nothing at the start of a healthy shop", async () => {
  expect(await codesAtStart({})).toEqual([]);
});

it("warns at the start of what doctor would find", async () => {
  await db().jobRun.updateMany({ data: { finishedAt: new Date(0) } });
  const settings = { AUTH_SECRET: "secret-".repeat(6), DATABASE_POOL_SIZE: "100", LOCATION_DATABASE: "/nowhere.mmdb" };
  try {
    const codes = await codesAtStart(settings);
    expect(codes).toEqual(["AUTH_SECRET_WEAK", "DAILY_JOB_LATE", "LOCATION_DATABASE_UNREADABLE"]);
  } finally {
    await db().jobRun.updateMany({ data: { finishedAt: null } });
  }
});

it("warns at the start of migrations to apply", async () => {
  const [last] = await db().$queryRaw<{ name: string }[]>`
    UPDATE _prisma_migrations SET rolled_back_at = now()
    WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name AS "name"`;
  try {
    expect(await codesAtStart({})).toEqual(["MIGRATIONS_PENDING"]);
  } finally {
    await db().$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE migration_name = ${last?.name}`;
  }
});

it.skipIf(!redisUrl)("warns at the start of a Redis that evicts", async () => {
  await withRedis(redisUrl, (client) => client.configSet("maxmemory-policy", "allkeys-lru"));
  try {
    expect(await codesAtStart({ REDIS_URL: redisUrl })).toContain("REDIS_EVICTS");
  } finally {
    await withRedis(redisUrl, (client) => client.configSet("maxmemory-policy", "noeviction"));
  }
});
