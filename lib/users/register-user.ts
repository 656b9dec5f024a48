import type { Transaction } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/database-errors";
import type { Locale } from "@/lib/i18n/locales";
import { phoneSpellings } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import type { Registration } from "./registration-schema";
import type { Role } from "./roles";
import { usernameKey } from "./username";

export type RegisterError = "USERNAME_TAKEN" | "PHONE_TAKEN";

/**
 * Creates a user inside the caller's transaction. `emailVerified` is when the email was proven by a
 * code, which is also the first login; null if it was not. `locale` is the language that its owner registered in; null
 * where somebody else makes the user.
 * A phone counts as taken only when another user has verified it. Throws on a violated unique index, because the
 * transaction is then dead: the caller rolls back and asks `readRegisterConflict` what it was.
 */
export async function registerUser(
  transaction: Transaction,
  registration: Registration,
  emailVerified: Date | null,
  locale: Locale | null,
): Promise<Result<{ id: string; role: Role }, RegisterError>> {
  if (await isPhoneTaken(transaction, registration.phone)) return fail("PHONE_TAKEN");
  const user = await transaction.user.create({
    data: {
      ...registration,
      usernameKey: usernameKey(registration.username),
      emailVerified,
      locale,
      lastLoginAt: emailVerified,
    },
    select: { id: true, role: true },
  });
  return ok(user);
}

/** Whether a user has verified this phone, in any form of its number: one that somebody only typed is nobody's. */
export async function isPhoneTaken(transaction: Transaction, phone: string): Promise<boolean> {
  const owner = await transaction.user.findFirst({
    where: { phone: { in: phoneSpellings(phone) }, phoneVerified: { not: null } },
    select: { id: true },
  });
  return owner !== null;
}

/** What a failed `registerUser` ran into, or null for an error of another kind. */
export function readRegisterConflict(error: unknown): "EMAIL_TAKEN" | "USERNAME_TAKEN" | null {
  const index = findViolatedUnique(error, ["usernameKey", "email"]);
  if (index === null) return null;
  return index === "email" ? "EMAIL_TAKEN" : "USERNAME_TAKEN";
}
