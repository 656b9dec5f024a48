import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endOneSession } from "@/lib/users/end-access";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/** Ends one session of a user, by its row's id (end-access.ts). */
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
