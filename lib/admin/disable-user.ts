import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, endCodes } from "@/lib/users/end-access";
import { lockAdminChanges } from "@/lib/users/locks";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, changeUserAtOnce, type TargetRefusal } from "./change-user";

/**
 * Keeps a user out until an admin lets them in again: every session ends, and no code and no passkey opens the account.
 * `reason` is for staff, and goes with the user. Someone who is disabled already keeps the first reason.
 * Disabled first, which no session survives, however many there are; their rows go after it, also where an earlier
 * press disabled the user and its process died before their rows went.
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
    return ok(null);
  });
  if (!disabled.ok && disabled.error !== "DISABLED_ALREADY") return disabled;
  await endAccessOfDisabled(userId);
  return disabled;
}

/** Sessions of a user whom another admin enabled meanwhile are new, and stay. */
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
