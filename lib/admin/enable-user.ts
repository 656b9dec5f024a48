import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endAccess } from "@/lib/users/end-access";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/**
 * Lets a disabled user in again. They have to log in anew: nothing from before, whatever it was, wakes up. `reason` is
 * for staff, and goes with the user.
 */
export async function enableUser(
  admin: ActingAdmin,
  userId: string,
  reason: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "ENABLED_ALREADY">> {
  return await changeUser(admin, userId, async (transaction, user) => {
    if (user.disabledAt === null) return fail("ENABLED_ALREADY");
    await endAccess(transaction, user);
    await transaction.user.update({
      where: { id: userId },
      data: { disabledAt: null, disabledReason: null },
      select: { id: true },
    });
    await recordChange(transaction, admin, {
      name: "user_enabled",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      reason,
    });
    return ok(null);
  });
}
