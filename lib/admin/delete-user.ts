import { maskEmail } from "@/lib/identifier";
import { sendAccountDeletedMail } from "@/lib/mail/account-deleted-mail";
import { recipientOf } from "@/lib/mail/recipient";
import { fail, ok, type Result } from "@/lib/result";
import { readTyped } from "@/lib/typed-text";
import { deleteUserRows } from "@/lib/users/delete-user-rows";
import { usernameKey } from "@/lib/users/username";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";
import { sendNotice } from "./send-notice";

/**
 * Deletes a user with all that hangs on them, if the admin typed their username as it is now (in any letter case): a
 * user who was renamed meanwhile stays. Username, email and phone are free again. The audit trail outlives the user,
 * with their id and masked addresses, for as long as `keptDays` says (lib/kept-days.ts). Their address is told (R33); a
 * mail that does not go undoes nothing.
 */
export async function deleteUser(
  admin: ActingAdmin,
  userId: string,
  typedUsername: string,
): Promise<Result<{ isTold: boolean }, AdminRefusal | TargetRefusal | "USERNAME_MISTYPED">> {
  const deleted = await changeUser(admin, userId, async (transaction, user, at) => {
    if (usernameKey(readTyped(typedUsername)) !== usernameKey(user.username)) return fail("USERNAME_MISTYPED");
    const sessions = await deleteUserRows(transaction, user);
    await recordChange(transaction, admin, {
      name: "user_deleted",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { sessions },
    });
    return ok({ to: recipientOf(user), username: user.username, at });
  });
  if (!deleted.ok) return deleted;
  return ok({ isTold: (await sendNotice("account-deleted", () => sendAccountDeletedMail(deleted.value))).ok });
}
