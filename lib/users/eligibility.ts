import { db, type Transaction } from "@/lib/db/client";

/**
 * Whether this user is the one admin who may log in, and so cannot go (the migration 20261123000011_last_admin refuses
 * it). Holds only while the caller's transaction has that migration's lock.
 */
export async function isLastAdmin(database: Pick<Transaction, "$queryRaw">, userId: string): Promise<boolean> {
  const [found] = await database.$queryRaw<{ isLast: boolean }[]>`
    SELECT "role" = 'ADMIN' AND NOT EXISTS (
      SELECT 1 FROM "User" other WHERE other."role" = 'ADMIN' AND other."disabledAt" IS NULL
        AND other."deletionAskedAt" IS NULL AND other."id" <> "User"."id"
    ) AS "isLast"
    FROM "User" WHERE "id" = ${userId}::uuid`;
  return found?.isLast ?? false;
}

/**
 * Whether an email is kept for the account that it was taken from, since the change can still be undone. A trigger
 * refuses it to everybody else (migration 20261124000003_profile); this tells whoever has proven the mailbox why.
 */
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

/**
 * Whether an account waits for its owner: somebody else made it (an admin, or `npm run create-admin`), and no code to
 * its email was ever typed in. `createSession` asks the same in SQL.
 */
export function isInvited(user: { emailVerified: Date | null; lastLoginAt: Date | null }): boolean {
  return user.emailVerified === null && user.lastLoginAt === null;
}
