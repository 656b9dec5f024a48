import { applyMigrations } from "@/prisma/migrate";
import { findRunningDev } from "@/scripts/processes/dev-state";
import { startEmbeddedDatabase } from "./embedded-database";

type ConfiguredDatabase = { url: string; description: string; close: () => Promise<void> };

/** DATABASE_URL, else the embedded one, open or not. */
export async function openConfiguredDatabase(): Promise<ConfiguredDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, description: "the database of DATABASE_URL", close: async () => {} };

  const running = findRunningDev()?.embeddedDatabaseUrl;
  if (running) return { url: running, description: "the database of the running `npm run dev`", close: async () => {} };

  const embedded = await startEmbeddedDatabase({ dataDir: ".data/postgres" });
  await applyMigrations(embedded.url);
  return { url: embedded.url, description: "the embedded database in .data/postgres", close: embedded.stop };
}

/** Tests delete, so they must not reach a shared database. */
export function requireLocalDatabase(databaseUrl: string): void {
  const { hostname, searchParams } = new URL(databaseUrl);
  // pg lets ?host= override the host.
  const host = searchParams.get("host") ?? hostname;
  if (!["localhost", "127.0.0.1", "::1", "[::1]"].includes(host)) {
    throw new Error(`TEST_DATABASE_URL names the host ${host}; tests only run against a database on this machine.`);
  }
}
