import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { lockPasskeys } from "@/lib/passkeys/lock-passkeys";
import { deleteUserRows } from "@/lib/users/delete-user-rows";
import { lockAdminChanges } from "@/lib/users/lock-admin-changes";

/** Users looked for at a time. Each is deleted in a transaction of their own. */
const batchSize = 100;

/**
 * Deletes users who asked for it before a time, a batch of them, and gives how many went. Whoever is kept in the same
 * moment (lib/auth/keep-account.ts) is either kept or gone, and of two jobs at once one deletes.
 */
export async function deleteLeavingUsers(before: Date): Promise<number> {
  const due = await db().user.findMany({
    where: { deletionAskedAt: { lt: before } },
    orderBy: { deletionAskedAt: "asc" },
    take: batchSize,
    select: { id: true },
  });
  let deleted = 0;
  for (const { id } of due) if (await deleteIfLeaving(id, before)) deleted += 1;
  return deleted;
}

async function deleteIfLeaving(id: string, before: Date): Promise<boolean> {
  return await db().$transaction(async (transaction) => {
    // An admin may be changing this user, who locks the same rows in another order.
    await lockAdminChanges(transaction);
    await lockPasskeys(transaction, id);
    const [user] = await transaction.$queryRaw<{ id: string; email: string }[]>`
      SELECT "id", "email" FROM "User" WHERE "id" = ${id}::uuid AND "deletionAskedAt" < ${before} FOR UPDATE`;
    if (user === undefined) return false;
    await deleteUserRows(transaction, user);
    await recordEvent(transaction, {
      name: "account_deleted",
      subjectId: id,
      maskedIdentifier: maskEmail(user.email),
    });
    return true;
  });
}
