import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, endCodes } from "@/lib/users/end-access";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUserAtOnce, type TargetRefusal } from "./change-user";

/**
 * Keeps a user out until an admin lets them in again: every session ends, and no code and no passkey opens the account.
 * `reason` is for staff, and goes with the user. Someone who is disabled already keeps the first reason.
 * Disabled first, which no session survives, however many there are; their rows go after it, and before anybody is
 * enabled again.
 */
export async function disableUser(
  admin: ActingAdmin,
  userId: string,
  reason: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "DISABLED_ALREADY">> {
  const disabled = await changeUserAtOnce(admin, userId, async (transaction, user, now) => {
    if (user.disabledAt !== null) return fail("DISABLED_ALREADY");
    // A login that is finishing loses its challenge, or is counted.
    await endCodes(transaction, user.email);
    const sessions = await transaction.session.count({ where: { userId } });
    await transaction.user.update({
      where: { id: userId },
      data: { disabledAt: now, disabledReason: reason },
      select: { id: true },
    });
    await recordChange(transaction, admin, {
      name: "user_disabled",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { sessions },
      reason,
    });
    return ok(user);
  });
  if (!disabled.ok) return disabled;
  await endExcessAccess(userId);
  await db().$transaction((transaction) => endAccess(transaction, disabled.value));
  return ok(null);
}
