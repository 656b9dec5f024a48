import type { Transaction } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/database-errors";
import type { Locale } from "@/lib/i18n/locales";
import { phoneSpellings } from "@/lib/identifier";
import { fail, ok, type Result } from "@/lib/result";
import type { Registration } from "./registration-schema";
import type { Role } from "./roles";
import { usernameKey } from "./username";

export type RegisterError = "USERNAME_TAKEN" | "PHONE_TAKEN";

/** Creates a user. On a violated unique index it throws; roll back and ask `readRegisterConflict`. */
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

/** In any form of the number. An unverified phone is no one's. */
export async function isPhoneTaken(transaction: Transaction, phone: string): Promise<boolean> {
  const owner = await transaction.user.findFirst({
    where: { phone: { in: phoneSpellings(phone) }, phoneVerified: { not: null } },
    select: { id: true },
  });
  return owner !== null;
}

export function readRegisterConflict(error: unknown): "EMAIL_TAKEN" | "USERNAME_TAKEN" | null {
  const index = findViolatedUnique(error, ["usernameKey", "email"]);
  if (index === null) return null;
  return index === "email" ? "EMAIL_TAKEN" : "USERNAME_TAKEN";
}
