import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, endCodes } from "@/lib/users/end-access";
import { lockAdminChanges } from "@/lib/users/locks";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, changeUserAtOnce, type TargetRefusal } from "./change-user";

/** Disables a user at once, then deletes their sessions. `reason` is for staff; a repeat keeps the first one. */
export async function disableUser(
  admin: ActingAdmin,
  userId: string,
  reason: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "DISABLED_ALREADY">> {
  const disabled = await changeUserAtOnce(admin, userId, async (transaction, user, now) => {
    if (user.disabledAt !== null) return fail("DISABLED_ALREADY");
    // A finishing login loses its challenge, or is counted.
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
    return ok(null);
  });
  if (!disabled.ok && disabled.error !== "DISABLED_ALREADY") return disabled;
  await endAccessOfDisabled(userId);
  return disabled;
}

/** Spares sessions made after another admin enabled the user. */
async function endAccessOfDisabled(userId: string): Promise<void> {
  await endExcessAccess(userId);
  await db().$transaction(async (transaction) => {
    await lockAdminChanges(transaction);
    const user = await transaction.user.findUnique({
      where: { id: userId, disabledAt: { not: null } },
      select: { id: true, email: true },
    });
    if (user !== null) await endAccess(transaction, user);
  });
}

/** Enables a user; nothing from before works again. `reason` is for staff. */
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
