import { maskEmail } from "@/lib/identifier";
import { recipientOf } from "@/lib/mail/recipient";
import { sendRoleChangedMail } from "@/lib/mail/role-changed-mail";
import { fail, ok, type Result } from "@/lib/result";
import { endAccess } from "@/lib/users/end-access";
import type { Role } from "@/lib/users/roles";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";
import { sendNotice } from "./send-notice";

/**
 * Gives a user another role. They are logged out everywhere: a session lives as long as the role that it was opened with
 * allows (R31), and a new right begins with a fresh login. They are told by mail (R33); one that does not go undoes
 * nothing.
 */
export async function changeRole(
  admin: ActingAdmin,
  userId: string,
  role: Role,
): Promise<Result<null, AdminRefusal | TargetRefusal | "ROLE_UNCHANGED">> {
  const changed = await changeUser(admin, userId, async (transaction, user, at) => {
    if (user.role === role) return fail("ROLE_UNCHANGED");
    await endAccess(transaction, user);
    await transaction.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    await recordChange(transaction, admin, {
      name: "role_changed",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { from: user.role, to: role },
    });
    return ok({ to: recipientOf(user), at });
  });
  if (!changed.ok) return changed;
  await sendNotice("role-changed", () => sendRoleChangedMail(changed.value));
  return ok(null);
}
