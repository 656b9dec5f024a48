import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { canonicalEmail, e164Phone, maskEmail } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import { endExcessAccess } from "./access-limits";
import { endAccess, removeAllPasskeys } from "./end-access";
import { readRegisterConflict, registerUser } from "./register-user";
import { validUsername } from "./username";

export type CreateAdminError =
  | "EMAIL_INVALID"
  | "USERNAME_INVALID"
  | "PHONE_INVALID"
  | "EMAIL_KEPT"
  | "USERNAME_TAKEN"
  | "PHONE_TAKEN";

/** Creates an admin or promotes and logs out the user; idempotent. For `npm run create-admin` only (ASVS 6.3.2). */
export async function createAdmin(input: {
  email: string;
  username: string;
  phone: string;
  defaultCountry?: string;
  /** For an admin without passkeys when no other admin can reset them. */
  resetPasskeys?: boolean;
}): Promise<Result<{ id: string; outcome: "CREATED" | "PROMOTED" | "UNCHANGED" | "RESET" }, CreateAdminError>> {
  const email = canonicalEmail(input.email);
  if (email === null) return fail("EMAIL_INVALID");
  const username = validUsername(input.username);
  if (username === null) return fail("USERNAME_INVALID");
  const phone = e164Phone(input.phone, input.defaultCountry ?? "US");
  if (phone === null) return fail("PHONE_INVALID");

  const known = await db().user.findUnique({ where: { email }, select: { id: true } });
  if (known !== null) await endExcessAccess(known.id);
  try {
    return await db().$transaction(async (transaction) => {
      const existing = await transaction.user.findUnique({
        where: { email },
        select: { id: true, role: true, disabledAt: true, deletionAskedAt: true },
      });
      if (existing && input.resetPasskeys) await resetPasskeys(transaction, { id: existing.id, email });
      if (existing?.role === "ADMIN" && existing.disabledAt === null && existing.deletionAskedAt === null) {
        return ok({ id: existing.id, outcome: input.resetPasskeys ? ("RESET" as const) : ("UNCHANGED" as const) });
      }
      let id = existing?.id;
      if (id !== undefined) {
        await endAccess(transaction, { id, email });
      } else {
        const registered = await registerUser(transaction, { email, username, phone }, null, null);
        if (!registered.ok) return registered;
        id = registered.value.id;
      }
      await transaction.user.update({
        where: { id },
        data: { role: "ADMIN", disabledAt: null, disabledReason: null, deletionAskedAt: null },
        select: { id: true },
      });
      await recordEvent(transaction, { name: "admin_created", subjectId: id, maskedIdentifier: maskEmail(email) });
      return ok({ id, outcome: existing === null ? ("CREATED" as const) : ("PROMOTED" as const) });
    });
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict === "USERNAME_TAKEN") return fail("USERNAME_TAKEN");
    // Kept for the account that left it.
    if (conflict === "EMAIL_TAKEN") return fail("EMAIL_KEPT");
    throw error;
  }
}

async function resetPasskeys(transaction: Transaction, user: { id: string; email: string }): Promise<void> {
  const count = await removeAllPasskeys(transaction, user);
  const maskedIdentifier = maskEmail(user.email);
  await recordEvent(transaction, { name: "passkeys_reset", subjectId: user.id, maskedIdentifier, details: { count } });
}
