import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/**
 * Live sessions per user: as many as their page of sessions shows, so that none is hidden. Google ends the oldest of 100
 * tokens per account and app in the same way (developers.google.com/identity/protocols/oauth2, "Refresh token expiration").
 */
export const mostSessions = 50;

/**
 * Trusted devices per user, besides those that still have a session or in which one of the user's passkeys was added: a
 * report of such a device has to find it.
 */
export const mostTrustedDevices = 50;

/** Rows that one statement reads and deletes at most, in a login and outside of one. */
const batchInLogin = 500;
const batch = 2_000;

/**
 * A login that is still running is not in the snapshot. It touches its device after this time, in seconds, at the
 * earliest: a query of ours may take five.
 */
const runningLoginSeconds = 10;

type Login = { oldSession: Prisma.Sql; keyHash: string };

/** Sessions by their ids, and devices by the hashes of their keys, that are reported and must be found after this. */
export type Spared = { sessionIds: string[]; keyHashes: string[] };

const nothingSpared: Spared = { sessionIds: [], keyHashes: [] };

/**
 * The condition on "Session" for those of a user beyond the limit: of the oldest logins, those that were not seen for
 * longest. `login` is one that adds a session: it leaves room for that, and spares the rows it writes itself.
 */
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

/** The same on "KnownBrowser", for devices without a session in which no passkey was added. */
export function excessDevicesSql(
  userId: Prisma.Sql,
  login: Pick<Login, "keyHash"> | null,
  now: Date,
  { keyHashes } = nothingSpared,
): Prisma.Sql {
  const isQuiet = Prisma.sql`"lastSeenAt" < ${now}::timestamptz - make_interval(secs => ${runningLoginSeconds}::int)`;
  // By the key alone: asked for the user as well, PostgreSQL may read all of a user's sessions for each device.
  // Asked again in the middle: a device that another login touched meanwhile is locked in its new version, and stays.
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

/**
 * Brings a user within both limits, a batch at a time and outside of any transaction. Call it before a transaction that
 * ends or reads all of a user's sessions: an account from before the limits may have more than one transaction can take.
 * Skips rows that somebody holds, so it never waits; `spared` stays as well.
 */
export async function endExcessAccess(userId: string, spared = nothingSpared): Promise<void> {
  const id = Prisma.sql`${userId}::uuid`;
  const now = new Date();
  while ((await db().$executeRaw`DELETE FROM "Session" WHERE ${excessSessionsSql(id, null, spared)}`) > 0);
  while ((await db().$executeRaw`DELETE FROM "KnownBrowser" WHERE ${excessDevicesSql(id, null, now, spared)}`) > 0);
}
