import type { Transaction } from "@/lib/db/client";
import type { CodeAct, ProfileAct, SensitiveAct } from "@/lib/step-up/sensitive-acts";

/**
 * What a user has to prove before a passkey of theirs is added or removed, recovery codes are made, the email or phone
 * changed, or their account with all of them deleted: a code from the mail is enough, but not for an admin who has had a
 * passkey before. Else whoever reads an admin's mailbox would make a passkey of their own, and the passkeys that admins
 * must hold would guard nothing (R22), or would move the account to a mailbox of their own, or take the admins from the
 * shop. Who has lost all of them is let in anew by another admin, or by `npm run create-admin`.
 */
export async function passkeyChangeAct(
  database: Pick<Transaction, "user">,
  userId: string,
  act: Extract<CodeAct, "add-passkey" | "remove-passkey" | "make-recovery-codes" | "delete-account" | ProfileAct>,
): Promise<SensitiveAct> {
  const user = await database.user.findUnique({
    where: { id: userId },
    select: { role: true, firstPasskeyAt: true },
  });
  return user?.role === "ADMIN" && user.firstPasskeyAt !== null ? "administer" : act;
}
