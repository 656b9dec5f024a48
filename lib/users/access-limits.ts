import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** As many as the page of sessions shows, so none is hidden. Google also ends the oldest of 100 tokens. */
export const mostSessions = 50;

/** Besides those with a session or a passkey: a report must still find these. */
export const mostTrustedDevices = 50;

/** Rows read and deleted per statement, in a login and outside of one. */
const batchInLogin = 500;
const batch = 2_000;

/** A running login is not in the snapshot, and touches its device at the earliest after this many seconds. */
const runningLoginSeconds = 10;

type Login = { oldSession: Prisma.Sql; keyHash: string };

export type Spared = { sessionIds: string[]; keyHashes: string[] };

const nothingSpared: Spared = { sessionIds: [], keyHashes: [] };

/** Condition on "Session" for those over the limit, least recently seen first. `login` makes room for one more. */
export function excessSessionsSql(
  userId: Prisma.Sql,
  login: Pick<Login, "oldSession"> | null,
  { sessionIds } = nothingSpared,
): Prisma.Sql {
  return Prisma.sql`"id" IN (
    SELECT "id" FROM "Session" WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", "lastSeenAt" FROM "Session"
        WHERE "userId" = ${userId} AND ${login?.oldSession ?? Prisma.sql`FALSE`} IS NOT TRUE
          AND "id" <> ALL(${sessionIds}::uuid[])
        ORDER BY "createdAt" LIMIT ${login ? batchInLogin : batch}::int
      ) AS oldest ORDER BY "lastSeenAt" DESC OFFSET ${login ? mostSessions - 1 : mostSessions}::int
    ) FOR UPDATE SKIP LOCKED)`;
}

export function excessDevicesSql(
  userId: Prisma.Sql,
  login: Pick<Login, "keyHash"> | null,
  now: Date,
  { keyHashes } = nothingSpared,
): Prisma.Sql {
  const isQuiet = Prisma.sql`"lastSeenAt" < ${now}::timestamptz - make_interval(secs => ${runningLoginSeconds}::int)`;
  // By the key alone, for the index. Asked again inside: a device touched meanwhile is locked again and stays.
  return Prisma.sql`"id" IN (
    SELECT "id" FROM "KnownBrowser" WHERE ${isQuiet} AND "id" IN (
      SELECT "id" FROM (
        SELECT "id", "keyHash", "lastSeenAt" FROM "KnownBrowser"
        WHERE "userId" = ${userId} AND ${isQuiet} AND "keyHash" IS DISTINCT FROM ${login?.keyHash ?? null}
          AND "keyHash" <> ALL(${keyHashes}::text[])
        ORDER BY "lastSeenAt" LIMIT ${login ? batchInLogin : batch}::int
      ) AS oldest
      WHERE NOT EXISTS (SELECT 1 FROM "Session" WHERE "browserKeyHash" = oldest."keyHash")
        AND NOT EXISTS (
          SELECT 1 FROM "Authenticator" WHERE "userId" = ${userId} AND "addedInBrowser" = oldest."keyHash"
        )
      ORDER BY "lastSeenAt" DESC OFFSET ${mostTrustedDevices}::int
    ) FOR UPDATE SKIP LOCKED)`;
}

/** Brings a user within both limits in batches, outside of any transaction. Never waits for locked rows. */
export async function endExcessAccess(userId: string, spared = nothingSpared): Promise<void> {
  const id = Prisma.sql`${userId}::uuid`;
  const now = new Date();
  while ((await db().$executeRaw`DELETE FROM "Session" WHERE ${excessSessionsSql(id, null, spared)}`) > 0);
  while ((await db().$executeRaw`DELETE FROM "KnownBrowser" WHERE ${excessDevicesSql(id, null, now, spared)}`) > 0);
}
