import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { ok, type Result } from "@/lib/result";
import { removeAllPasskeys } from "@/lib/users/end-access";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";

export type PasskeysReset = { count: number };

/** Removes all passkeys and sessions, and mails the user (R33). The next passkey takes only a mailed code. */
export async function resetPasskeys(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<PasskeysReset, AdminRefusal | TargetRefusal>> {
  return await changeUser(admin, userId, async (transaction, user, at) => {
    const count = await removeAllPasskeys(transaction, user);
    await recordChange(transaction, admin, {
      name: "passkeys_reset",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { count },
    });
    const change = `${userId}:${at.getTime()}`;
    if (count > 0) await enqueueMails(transaction, { kind: "passkeys-reset", facts: {}, change, to: user });
    return ok({ count });
  });
}
