import type { Transaction } from "@/lib/db/client";

/**
 * Where a session was made, its row locked until the transaction ends: whoever ends it waits, and then finds what was
 * done in it (forget-browsers.ts). Null if it was ended already, or its user may not log in. `browserId` is the KnownBrowser that it was made in.
 */
export async function lockSession(
  transaction: Transaction,
  id: string,
): Promise<{ browserKeyHash: string | null; challengeId: string | null; browserId: string | null } | null> {
  const [session] = await transaction.$queryRaw<
    { browserKeyHash: string | null; challengeId: string | null; browserId: string | null }[]
  >`
    SELECT session."browserKeyHash", session."challengeId", (
      SELECT browser."id" FROM "KnownBrowser" browser
      WHERE browser."userId" = session."userId" AND browser."keyHash" = session."browserKeyHash"
    ) AS "browserId"
    FROM "Session" session JOIN "User" owner ON owner."id" = session."userId"
    WHERE session."id" = ${id}::uuid AND owner."disabledAt" IS NULL AND owner."deletionAskedAt" IS NULL
    FOR UPDATE OF session`;
  return session ?? null;
}
