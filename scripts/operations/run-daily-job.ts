// npm run jobs:daily: the daily job, until it is finished. Servers call /api/jobs/daily instead (docs/deployment.md).
import { existsSync } from "node:fs";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";

if (existsSync(".env")) process.loadEnvFile(".env");
const database = await openConfiguredDatabase();
try {
  process.env.DATABASE_URL = database.url;
  const { runDailyJob } = await import("@/lib/jobs/daily-job");
  const { noteSecretUse } = await import("@/lib/auth/session/secret-rotation");
  const { db } = await import("@/lib/db/client");
  // It signs the links in mails.
  await noteSecretUse();
  let report = await runDailyJob();
  console.log(`The daily job on ${database.description}:`);
  while (report.state === "unfinished") {
    console.log(JSON.stringify(report));
    report = await runDailyJob();
  }
  console.log(JSON.stringify(report));
  await db().$disconnect();
  if (report.state === "failed") process.exitCode = 1;
} finally {
  await database.close();
}
