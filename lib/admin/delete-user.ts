import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { isDatabaseUnavailable } from "@/lib/db/database-errors";
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

/** Each takes a transaction, and a serverless host ends a run after a minute. */
const batchSize = 10;

/** `lastId`: the last user tried; null if none was left. */
export type DeletedUsers = { deleted: number; failed: number; lastId: string | null };

/** Deletes the next users after `afterId` whose deletion is due, each in its own transaction. Logs failures. */
export async function deleteDueUsers(before: Date, afterId: string | null): Promise<DeletedUsers> {
  const due = await findDue(before, afterId);
  let [deleted, failed] = [0, 0];
  for (const id of due) {
    try {
      if (await deleteIfPending(id, before)) deleted += 1;
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      logEvent("error", "leaving_user_not_deleted", describeError(error));
      failed += 1;
    }
  }
  return { deleted, failed, lastId: due.at(-1) ?? null };
}

async function findDue(before: Date, afterId: string | null): Promise<string[]> {
  const due = await db().user.findMany({
    where: { deletionAskedAt: { lt: before }, ...(afterId === null ? {} : { id: { gt: afterId } }) },
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
