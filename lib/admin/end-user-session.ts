import { maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

/** Ends one session of a user, by its row's id, and forgets its browser. */
export async function endUserSession(
  admin: ActingAdmin,
  userId: string,
  sessionId: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "SESSION_GONE">> {
  return await changeUser(admin, userId, async (transaction, user) => {
    const session = await transaction.session.findUnique({
      where: { id: sessionId, userId },
      select: { browserKeyHash: true },
    });
    if (session === null) return fail("SESSION_GONE");
    // Browsers, then sessions, as a login does.
    if (session.browserKeyHash !== null) {
      await transaction.knownBrowser.deleteMany({ where: { userId, keyHash: session.browserKeyHash } });
    }
    await transaction.session.deleteMany({ where: { id: sessionId, userId } });
    await recordChange(transaction, admin, {
      name: "session_ended",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
    });
    return ok(null);
  });
}
