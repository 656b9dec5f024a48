import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import getPort from "get-port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Pgbouncer, startPgbouncer } from "@/scripts/database/pgbouncer";
import { type NativePostgres, startNativePostgres } from "@/scripts/database/test-database";
import { findInstalledPostgres, findPgbouncer } from "@/scripts/processes/find-programs";
import { PrismaClient } from "./generated/client";
import { patientAdapter } from "./patient-adapter";

const programs = findInstalledPostgres();
const pool = programs && findPgbouncer();

describe.skipIf(!programs).each([
  { name: "PostgreSQL", isPooled: false },
  { name: "PostgreSQL behind pgbouncer", isPooled: true },
])("$name restarts", ({ isPooled }) => {
  let [folder, port] = ["", 0];
  let postgres: NativePostgres;
  let pgbouncer: Pgbouncer | undefined;
  let db: PrismaClient;

  const start = () => startNativePostgres(programs ?? "", join(folder, "postgres"), {}, port);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "myshop-restart-"));
    chmodSync(folder, 0o711);
    port = await getPort({ host: "127.0.0.1" });
    postgres = await start();
    const behind = isPooled && pool ? await startPgbouncer(pool, postgres.url, await getPort()) : undefined;
    pgbouncer = behind;
    const connectionString = (behind ?? postgres).url;
    db = new PrismaClient({
      adapter: patientAdapter(new PrismaPg({ connectionString, max: 3, query_timeout: 5_000 })),
      transactionOptions: { maxWait: 12_000 },
    });
    await db.$executeRaw`CREATE TABLE written (what text)`;
    await db.$executeRaw`CREATE SEQUENCE tries`;
  });

  afterAll(async () => {
    await db?.$disconnect();
    await pgbouncer?.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async () => (await db.$queryRaw<[{ n: number }]>`SELECT count(*)::int AS n FROM written`)[0].n;

  it.skipIf(isPooled && !pool)("reads, writes and transactions begun meanwhile are done once", async () => {
    const before = await count();
    await postgres.stop();
    const asked = Promise.all([
      count(),
      db.$executeRaw`INSERT INTO written VALUES ('alone')`,
      db.$transaction((transaction) => transaction.$executeRaw`INSERT INTO written VALUES ('in a transaction')`),
    ]);
    postgres = await start();
    await asked;
    expect(await count()).toBe(before + 2);
  });

  it.skipIf(isPooled && !pool)("a write whose connection ended is not repeated", async () => {
    // A sequence keeps its steps when a statement is rolled back.
    const write = db.$executeRaw`
      INSERT INTO written SELECT nextval('tries')::text || pg_terminate_backend(pg_backend_pid())::text`;
    await expect(write).rejects.toThrow();
    const [tries] = await db.$queryRaw<[unknown]>`SELECT last_value::int AS "last", is_called AS "isCalled" FROM tries`;
    expect(tries).toEqual({ last: 1, isCalled: true });
  });
});
