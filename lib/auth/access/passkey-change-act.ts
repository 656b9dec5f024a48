import type { Transaction } from "@/lib/db/client";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { canReadDashboard } from "@/lib/users/roles";

const passkeyChanges: readonly SensitiveAct[] = [
  "add-passkey",
  "remove-passkey",
  "make-recovery-codes",
  "delete-account",
  "change-email",
  "change-phone",
];

/**
 * What a user has to prove before a passkey of theirs is added or removed, recovery codes are made, the email or phone
 * changed, or their account with all of them deleted: a code from the mail is enough, but not for staff or an admin
 * who has had a passkey before. Otherwise the reader of their mailbox could add a passkey and open the dashboard with it
 * (R22), move the account to another mailbox, or delete it. Another admin resets passkeys that are all lost, or
 * `npm run create-admin` does. Any other act is proven as itself.
 */
export async function passkeyChangeAct(
  database: Pick<Transaction, "user">,
  userId: string,
  act: SensitiveAct,
): Promise<SensitiveAct> {
  if (!passkeyChanges.includes(act)) return act;
  const user = await database.user.findUnique({
    where: { id: userId },
    select: { role: true, firstPasskeyAt: true },
  });
  return user && canReadDashboard(user.role) && user.firstPasskeyAt !== null ? "administer" : act;
}
