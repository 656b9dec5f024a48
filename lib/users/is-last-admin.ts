import type { Transaction } from "@/lib/db/client";

/** Needs the lock of the migration 20261123000011_last_admin in the caller's transaction. */
export async function isLastAdmin(database: Pick<Transaction, "$queryRaw">, userId: string): Promise<boolean> {
  const [found] = await database.$queryRaw<{ isLast: boolean }[]>`
    SELECT "role" = 'ADMIN' AND NOT EXISTS (
      SELECT 1 FROM "User" other WHERE other."role" = 'ADMIN' AND other."disabledAt" IS NULL
        AND other."deletionAskedAt" IS NULL AND other."id" <> "User"."id"
    ) AS "isLast"
    FROM "User" WHERE "id" = ${userId}::uuid`;
  return found?.isLast ?? false;
}
