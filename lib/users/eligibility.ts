import { db, type Transaction } from "@/lib/db/client";

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

/** Kept for the account it was taken from, while the change can be undone (migration 20261124000003_profile). */
export async function isEmailKept(
  email: string,
  database: Pick<Transaction, "emailChange"> = db(),
  exceptUserId?: string,
): Promise<boolean> {
  const change = await database.emailChange.findFirst({
    where: {
      oldEmail: email,
      undoneAt: null,
      undoableUntil: { gt: new Date() },
      ...(exceptUserId === undefined ? {} : { userId: { not: exceptUserId } }),
    },
    select: { id: true },
  });
  return change !== null;
}

/** Made by someone else, and no code to its email was ever typed. `createSession` asks the same in SQL. */
export function isInvited(user: { emailVerified: Date | null; lastLoginAt: Date | null }): boolean {
  return user.emailVerified === null && user.lastLoginAt === null;
}
