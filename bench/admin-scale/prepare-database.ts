import type pg from "pg";
import { connect } from "@/prisma/connect";
import { applyMigrations } from "@/prisma/migrate";
import { fillDatabase, prepareTables, requireDemoDatabase } from "@/scripts/demo-data/fill-database";
import { progressBar } from "@/scripts/demo-data/write-rows";

const userCount = 1_000_000;
const eventCount = 5_000_000;
const orderCount = 1_000_000;
/** As many are logged in at once, and have asked for a code of late. */
const sessionCount = 300_000;

/** Brings a database of demo data to what the measure needs, and to the newest migrations. Refuses one with real people. */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  await applyMigrations(databaseUrl);
  const client = await connect(databaseUrl);
  try {
    await requireDemoDatabase(databaseUrl, client);
    const count = async (table: string) =>
      Number((await client.query(`SELECT count(*) FROM "${table}"`)).rows[0]?.count);
    const missing = {
      count: Math.max(0, userCount - (await count("User"))),
      events: Math.max(0, eventCount - (await count("AuditEvent"))),
      orders: Math.max(0, orderCount - (await count("Order"))),
    };
    if (missing.count + missing.events + missing.orders > 0)
      await fillDatabase(databaseUrl, missing, progressBar(process.stdout).show);
    if ((await count("Session")) < sessionCount) await addSessions(client);
  } finally {
    await client.end();
  }
  await prepareTables(databaseUrl);
}

/** Sessions that outlive many a run, and the challenges by which they were opened. */
async function addSessions(client: pg.Client): Promise<void> {
  await client.query(
    `WITH owner AS MATERIALIZED (
       SELECT "id", "email", random() * interval '9 minutes' AS age FROM "User" ORDER BY "lastLoginAt" DESC NULLS LAST LIMIT $1
     ), challenge AS (
       INSERT INTO "Challenge" ("id", "purpose", "address", "browserKeyHash", "createdAt", "expiresAt", "provenAt", "consumedAt")
       SELECT gen_random_uuid()::text, 'LOGIN', "email", '', now() - age, now() - age + interval '10 minutes', now(), now()
       FROM owner
     )
     INSERT INTO "Session" ("id", "sessionToken", "userId", "expires", "method")
     SELECT gen_random_uuid(), gen_random_uuid()::text, "id", now() + interval '10 years', 'EMAIL_CODE' FROM owner`,
    [sessionCount],
  );
  await client.query(`VACUUM (ANALYZE) "Session", "Challenge"`);
}
