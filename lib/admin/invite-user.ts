import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { type RegisterError, readRegisterConflict, registerUser } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin, chargeNotice, recordChange } from "./change-as-admin";
import { changeUser, findUserToChange, type TargetRefusal } from "./change-user";

export type InviteRefusal = AdminRefusal | RegisterError | "EMAIL_TAKEN" | "NOTICES_SPENT";

/** Makes a user and mails an invitation; the first code verifies the email (docs/decisions/invited-users.md).
 * `profile` is canonical. */
export async function inviteUser(
  admin: ActingAdmin,
  profile: Registration,
): Promise<Result<{ id: string }, InviteRefusal>> {
  return await chargeNotice(admin, profile.email, () => makeUser(admin, profile));
}

async function makeUser(
  admin: ActingAdmin,
  profile: Registration,
): Promise<Result<{ id: string }, AdminRefusal | RegisterError | "EMAIL_TAKEN">> {
  try {
    return await changeAsAdmin(admin, async (transaction) => {
      const registered = await registerUser(transaction, profile, null, null);
      if (!registered.ok) return registered;
      const { id } = registered.value;
      const maskedIdentifier = maskEmail(profile.email);
      await recordChange(transaction, admin, { name: "user_invited", subjectId: id, maskedIdentifier });
      // Their language is not known yet.
      const to = { id, email: profile.email, locale: null, timeZone: null };
      const { username } = profile;
      await enqueueMails(transaction, { kind: "invitation", facts: { username }, change: id, to });
      return ok({ id });
    });
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict !== null) return fail(conflict);
    throw error;
  }
}

export type InviteAgainRefusal =
  | AdminRefusal
  | TargetRefusal
  | "NOT_INVITED"
  | "INVITED_BUT_DISABLED"
  | "NOTICES_SPENT";

/** Only for users who have never logged in. */
export async function inviteAgain(admin: ActingAdmin, userId: string): Promise<Result<null, InviteAgainRefusal>> {
  const found = await findUserToChange(db(), userId, admin);
  if (!found.ok) return found;
  return await chargeNotice(admin, found.value.email, () => noteInvitation(admin, userId));
}

async function noteInvitation(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<null, Exclude<InviteAgainRefusal, "NOTICES_SPENT">>> {
  return await changeUser(admin, userId, async (transaction, user, now) => {
    if (!isInvited(user)) return fail("NOT_INVITED");
    if (user.disabledAt !== null) return fail("INVITED_BUT_DISABLED");
    await recordChange(transaction, admin, {
      name: "user_invited",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { isAgain: true },
    });
    const { username } = user;
    const change = `${userId}:${now.getTime()}`;
    await enqueueMails(transaction, { kind: "invitation", facts: { username }, change, to: user });
    return ok(null);
  });
}

/** Made by someone else, and no code to its email was ever typed. `createSession` asks the same in SQL. */
export function isInvited(user: { emailVerified: Date | null; lastLoginAt: Date | null }): boolean {
  return user.emailVerified === null && user.lastLoginAt === null;
}
