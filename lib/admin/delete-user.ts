import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { describeError, logEvent } from "@/lib/log";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { readTyped } from "@/lib/typed-text";
import { endExcessAccess } from "@/lib/users/access-limits";
import { deleteUserRows } from "@/lib/users/end-access";
import { lockAdminChanges, lockPasskeys } from "@/lib/users/locks";
import { usernameKey } from "@/lib/users/username";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/** Deletes a user if `typed` is their present username; mails them (R33). The audit trail stays for `keptDays`. */
export async function deleteUser(
  admin: ActingAdmin,
  userId: string,
  typedUsername: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "USERNAME_MISTYPED">> {
  return await changeUser(admin, userId, async (transaction, user) => {
    if (usernameKey(readTyped(typedUsername)) !== usernameKey(user.username)) return fail("USERNAME_MISTYPED");
    const sessions = await deleteUserRows(transaction, user);
    await recordChange(transaction, admin, {
      name: "user_deleted",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { sessions },
    });
    const { username } = user;
    const to = { ...user, id: null };
    await enqueueMails(transaction, { kind: "account-deleted", facts: { username }, change: userId, to });
    return ok(null);
  });
}

const batchSize = 100;

/** Deletes users whose deletion is due, each in its own transaction. Logs failures and throws at the end. Gives how
 * many. */
export async function deleteDueUsers(before: Date): Promise<number> {
  let deleted = 0;
  let failed = 0;
  for (let due = await findDue(before, null); due.length > 0; due = await findDue(before, due.at(-1) ?? null)) {
    for (const id of due) {
      try {
        if (await deleteIfPending(id, before)) deleted += 1;
      } catch (error) {
        logEvent("error", "leaving_user_not_deleted", describeError(error));
        failed += 1;
      }
    }
  }
  if (failed > 0) throw new Error(`Users who asked to be deleted and could not be: ${failed}. The log says why.`);
  return deleted;
}

/** After the last one tried. */
async function findDue(before: Date, lastId: string | null): Promise<string[]> {
  const due = await db().user.findMany({
    where: { deletionAskedAt: { lt: before }, ...(lastId === null ? {} : { id: { gt: lastId } }) },
    orderBy: { id: "asc" },
    take: batchSize,
    select: { id: true },
  });
  return due.map(({ id }) => id);
}

async function deleteIfPending(id: string, before: Date): Promise<boolean> {
  await endExcessAccess(id);
  return await db().$transaction(async (transaction) => {
    // Against an admin's change or the owner keeping the account.
    await lockAdminChanges(transaction);
    await lockPasskeys(transaction, id);
    const user = await transaction.user.findUnique({
      where: { id, deletionAskedAt: { lt: before } },
      select: { id: true, email: true },
    });
    if (user === null) return false;
    await deleteUserRows(transaction, user);
    await recordEvent(transaction, {
      name: "account_deleted",
      subjectId: id,
      maskedIdentifier: maskEmail(user.email),
    });
    return true;
  });
}
