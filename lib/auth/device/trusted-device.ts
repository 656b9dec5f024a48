import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** How long a browser stays known after its last login, in days. */
export const trustDays = 30;

/**
 * SQL that gives the hash of a known-browser key if that browser has logged in to the account of an address within the
 * last thirty days, else NULL.
 */
export function knownKeyHashSql(address: string, keyHash: string | null): Prisma.Sql {
  if (keyHash === null) return Prisma.sql`NULL::text`;
  return Prisma.sql`(
    SELECT browser."keyHash" FROM "KnownBrowser" browser JOIN "User" owner ON owner."id" = browser."userId"
    WHERE owner."email" = ${address} AND browser."keyHash" = ${keyHash}
      AND browser."lastSeenAt" > now() - make_interval(days => ${trustDays}::int))`;
}

/** Whether a browser, by the hash of its key, has logged in to the account of an address before. */
export async function isTrustedDevice(address: string, keyHash: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ keyHash: string | null }[]>`
    SELECT ${knownKeyHashSql(address, keyHash)} AS "keyHash"`;
  return row?.keyHash != null;
}
