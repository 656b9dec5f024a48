import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/prisma/migrate";
import { startEmbeddedDatabase } from "@/scripts/embedded-database";
import { requireLocalDatabase } from "./require-local-database";

/**
 * Gives the database tests a migrated database: an embedded one in memory, or the server named by TEST_DATABASE_URL.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    requireLocalDatabase(given);
    await applyMigrations(given);
    project.config.env.DATABASE_URL = given;
    return;
  }
  const database = await startEmbeddedDatabase();
  await applyMigrations(database.url);
  project.config.env.DATABASE_URL = database.url;
  return () => database.stop();
}
