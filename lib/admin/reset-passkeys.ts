import { maskEmail } from "@/lib/identifier";
import { sendPasskeysResetMail } from "@/lib/mail/passkeys-reset-mail";
import { recipientOf } from "@/lib/mail/recipient";
import { ok, type Result } from "@/lib/result";
import { removeAllPasskeys } from "@/lib/users/remove-all-passkeys";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal } from "./change-user";
import { sendNotice } from "./send-notice";

/** How many passkeys there were, and whether the mail about it went; null where there was nothing to tell. */
export type PasskeysReset = { count: number; isTold: boolean | null };

/**
 * Removes all passkeys of a user who has lost them, or whose device was stolen, and logs them out everywhere. The next
 * one is added after a code from the mail, by an admin too. The user is told by mail (R33), as often as there was a
 * passkey to lose; a mail that does not go undoes nothing.
 */
export async function resetPasskeys(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<PasskeysReset, AdminRefusal | TargetRefusal>> {
  const reset = await changeUser(admin, userId, async (transaction, user, at) => {
    const count = await removeAllPasskeys(transaction, user);
    await recordChange(transaction, admin, {
      name: "passkeys_reset",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { count },
    });
    return ok({ count, to: recipientOf(user), at });
  });
  if (!reset.ok) return reset;
  const { count, ...mail } = reset.value;
  if (count === 0) return ok({ count, isTold: null });
  return ok({ count, isTold: (await sendNotice("passkeys-reset", () => sendPasskeysResetMail(mail))).ok });
}
