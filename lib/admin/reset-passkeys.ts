import { maskEmail } from "@/lib/identifier";
import { ok, type Result } from "@/lib/result";
import { removeAllPasskeys } from "@/lib/users/remove-all-passkeys";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/**
 * Removes all passkeys of a user who has lost them, or whose device was stolen, and logs them out everywhere. The next one
 * is added after a code from the mail, by an admin too. Gives how many there were.
 */
export async function resetPasskeys(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<{ count: number }, AdminRefusal | TargetRefusal>> {
  return await changeUser(admin, userId, async (transaction, user) => {
    const count = await removeAllPasskeys(transaction, user);
    await recordChange(transaction, admin, {
      name: "passkeys_reset",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { count },
    });
    return ok({ count });
  });
}
