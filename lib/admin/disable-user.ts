import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endAccess } from "@/lib/users/end-access";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/**
 * Keeps a user out until an admin lets them in again: every session ends, and no code and no passkey opens the account.
 * `reason` is for staff, and goes into the audit trail. Someone who is disabled already keeps the first reason.
 */
export async function disableUser(
  admin: ActingAdmin,
  userId: string,
  reason: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "DISABLED_ALREADY">> {
  return await changeUser(admin, userId, async (transaction, user, now) => {
    if (user.disabledAt !== null) return fail("DISABLED_ALREADY");
    const sessions = await endAccess(transaction, user);
    await transaction.user.update({
      where: { id: userId },
      data: { disabledAt: now, disabledReason: reason },
      select: { id: true },
    });
    await recordChange(transaction, admin, {
      name: "user_disabled",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { reason, sessions },
    });
    return ok(null);
  });
}
