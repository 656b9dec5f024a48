import { db } from "@/lib/db/client";
import { migrationNames } from "@/lib/db/generated/migrations";
import { chooseStore } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { readDailyJobRun } from "./job-run";

export type Readiness = {
  status: "ready" | "not-ready";
  database: "up" | "down";
  schema: string | null;
  /** Whether those of this version are all there. */
  migrations?: "applied" | "pending";
  /** Late does not mean not ready. */
  dailyJob?: "on-time" | "late";
  redis?: "up" | "down";
};

/** Asks the database and Redis, if set, whether they take writes. */
export async function checkReadiness(): Promise<Readiness> {
  const [database, redis] = await Promise.all([checkDatabase(), checkRedis()]);
  const isReady = database.migrations === "applied" && redis !== "down";
  return { status: isReady ? "ready" : "not-ready", ...database, ...(redis === null ? {} : { redis }) };
}

async function checkDatabase(): Promise<Omit<Readiness, "status" | "redis">> {
  try {
    const rows = await db().$queryRaw<{ migration_name: string; isReadOnly: boolean }[]>`
      SELECT migration_name, current_setting('transaction_read_only')::bool AS "isReadOnly" FROM "_prisma_migrations"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
      ORDER BY migration_name DESC`;
    // A demoted primary answers, but refuses every login.
    if (rows[0]?.isReadOnly) throw new DatabaseReadOnly();
    const schema = rows[0]?.migration_name ?? null;
    if (schema === null) return { database: "up", schema };
    const applied = new Set(rows.map(({ migration_name }) => migration_name));
    // An older version's database lacks what the job needs, too.
    if (!migrationNames.every((name) => applied.has(name))) return { database: "up", schema, migrations: "pending" };
    const dailyJob = (await readDailyJobRun()).isLate ? "late" : "on-time";
    return { database: "up", schema, migrations: "applied", dailyJob };
  } catch (error) {
    logEvent("error", "not_ready", { part: "database", ...describeError(error) });
    return { database: "down", schema: null };
  }
}

class DatabaseReadOnly extends Error {
  override name = "DatabaseReadOnly";
}

async function checkRedis(): Promise<"up" | "down" | null> {
  const store = await chooseStore();
  if (store.name !== "redis") return null;
  try {
    await store.ping();
    return "up";
  } catch (error) {
    logEvent("error", "not_ready", { part: "redis", ...describeError(error) });
    return "down";
  }
}
