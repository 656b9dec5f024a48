import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endAccess, endOneSession } from "@/lib/users/end-access";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/** Gives how many sessions ended. */
export async function endUserSessions(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<{ count: number }, AdminRefusal | TargetRefusal>> {
  return await changeUser(admin, userId, async (transaction, user) => {
    const count = await endAccess(transaction, user);
    await recordChange(transaction, admin, {
      name: "all_sessions_ended",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { count },
    });
    return ok({ count });
  });
}

/** By its row's id. */
export async function endUserSession(
  admin: ActingAdmin,
  userId: string,
  sessionId: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "SESSION_GONE">> {
  return await changeUser(admin, userId, async (transaction, user) => {
    if (!(await endOneSession(transaction, userId, sessionId))) return fail("SESSION_GONE");
    await recordChange(transaction, admin, {
      name: "session_ended",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
    });
    return ok(null);
  });
}
