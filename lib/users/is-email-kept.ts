import { db, type Transaction } from "@/lib/db/client";

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
