import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { readTyped } from "@/lib/typed-text";
import { deleteUserRows } from "@/lib/users/delete-user-rows";
import { usernameKey } from "@/lib/users/username";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/**
 * Deletes a user with all that hangs on them, if the admin typed their username as it is now (in any letter case): a
 * user who was renamed meanwhile stays. Username, email and phone are free again. The audit trail outlives the user,
 * with their id and masked addresses, for as long as `keptDays` says (lib/retention.ts). Their address is told (R33).
 */
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
