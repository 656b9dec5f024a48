import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { endAccess } from "@/lib/users/end-access";
import type { Role } from "@/lib/users/roles";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/** Changes a role, mails the user, and ends all sessions: they live as long as the old role allows (R31, R33). */
export async function changeRole(
  admin: ActingAdmin,
  userId: string,
  role: Role,
): Promise<Result<null, AdminRefusal | TargetRefusal | "ROLE_UNCHANGED">> {
  return await changeUser(admin, userId, async (transaction, user, at) => {
    if (user.role === role) return fail("ROLE_UNCHANGED");
    await endAccess(transaction, user);
    await transaction.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    await recordChange(transaction, admin, {
      name: "role_changed",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { from: user.role, to: role },
    });
    const change = `${userId}:${at.getTime()}`;
    await enqueueMails(transaction, { kind: "role-changed", facts: {}, change, to: user });
    return ok(null);
  });
}
