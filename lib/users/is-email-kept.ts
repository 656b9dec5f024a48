import { db, type Transaction } from "@/lib/db/client";

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
