import { db } from "@/lib/db/client";

/** See lib/users/access-limits.ts. */
export const crowd = 2_500;

/** As only accounts older than the limits have. */
export async function crowdAccount(userId: string, count = crowd): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Session" ("id", "sessionToken", "userId", "expires", "createdAt", "lastSeenAt", "method", "browserKeyHash")
    SELECT gen_random_uuid(), gen_random_uuid()::text, ${userId}::uuid, now() + interval '30 days',
      now() - number * interval '1 second', now() - number * interval '1 second', 'PASSKEY', 'crowd ' || number
    FROM generate_series(1, ${count}::int) AS number`;
  await db().$executeRaw`
    INSERT INTO "KnownBrowser" ("id", "userId", "keyHash", "createdAt", "lastSeenAt")
    SELECT gen_random_uuid(), ${userId}::uuid, 'crowd ' || number, now() - number * interval '1 second',
      now() - number * interval '1 second' - interval '1 minute'
    FROM generate_series(1, ${count}::int) AS number ON CONFLICT DO NOTHING`;
}

/** Refuses a deletion of more than 2,000, cascades too. */
export async function refuseLargeDeletions(): Promise<void> {
  await db().$executeRaw`
    CREATE FUNCTION refuse_large_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) FROM deleted) > 2000 THEN RAISE 'one statement deletes too many rows'; END IF;
      RETURN NULL;
    END $$`;
  for (const table of ["Session", "KnownBrowser"]) {
    await db().$executeRawUnsafe(`
      CREATE TRIGGER refuse_large_deletion AFTER DELETE ON "${table}"
      REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION refuse_large_deletion()`);
  }
}

export async function allowLargeDeletions(): Promise<void> {
  await db().$executeRaw`DROP FUNCTION refuse_large_deletion CASCADE`;
}
