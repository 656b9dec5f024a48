import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";

export type Readiness = { status: "ready" | "not-ready"; database: "up" | "down"; schema: string | null };

/** Asks the database for the newest applied migration; `schema` is its name, null where none was applied. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const rows = await db().$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM "_prisma_migrations"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
      ORDER BY migration_name DESC LIMIT 1`;
    const schema = rows[0]?.migration_name ?? null;
    return { status: schema === null ? "not-ready" : "ready", database: "up", schema };
  } catch (error) {
    logEvent("error", "not_ready", describeError(error));
    return { status: "not-ready", database: "down", schema: null };
  }
}
