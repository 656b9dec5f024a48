import { applyMigrations } from "@/prisma/migrate";
import { findRunningDev } from "./dev-state";
import { startEmbeddedDatabase } from "./embedded-database";

export type ConfiguredDatabase = { url: string; description: string; close: () => Promise<void> };

/**
 * The database that this checkout works with: DATABASE_URL where it is set, else the embedded one, whether
 * `npm run dev` has it open or nobody has.
 */
export async function openConfiguredDatabase(): Promise<ConfiguredDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, description: "the database of DATABASE_URL", close: async () => {} };

  const running = findRunningDev()?.embeddedDatabaseUrl;
  if (running) return { url: running, description: "the database of the running `npm run dev`", close: async () => {} };

  const embedded = await startEmbeddedDatabase({ dataDir: ".data/postgres" });
  await applyMigrations(embedded.url);
  return { url: embedded.url, description: "the embedded database in .data/postgres", close: embedded.stop };
}
