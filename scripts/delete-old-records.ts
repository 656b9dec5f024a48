// npm run db:prune: deletes what has been kept long enough. Run it once a day, from cron or your host's scheduler.
import { existsSync } from "node:fs";
import { keptDays } from "@/lib/retention";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";

if (existsSync(".env")) process.loadEnvFile(".env");
const database = await openConfiguredDatabase();
try {
  await prune(database.url, database.description);
} finally {
  await database.close();
}

async function prune(databaseUrl: string, description: string): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  const { deleteOldRecords } = await import("@/lib/admin/delete-old-records");
  const { db } = await import("@/lib/db/client");
  const deleted = await deleteOldRecords().finally(() => db().$disconnect());
  console.log(`Deleted from ${description}:`);
  for (const [kind, count] of Object.entries(deleted)) {
    const days = kind in keptDays ? `older than ${keptDays[kind as keyof typeof keptDays]} days` : "ended";
    console.log(`  ${kind.padEnd(16)} ${String(count).padStart(8)}  ${days}`);
  }
}
