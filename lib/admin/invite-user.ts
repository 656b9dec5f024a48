import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { describeError, logEvent } from "@/lib/log";
import { sendInvitationMail } from "@/lib/mail/invitation-mail";
import { recipientOf } from "@/lib/mail/recipient";
import { fail, ok, type Result } from "@/lib/result";
import { type RegisterError, readRegisterConflict, registerUser } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "./change-as-admin";
import { chargeNotice } from "./charge-notice";
import { sendNotice } from "./send-notice";

export type InviteRefusal =
  | AdminRefusal
  | RegisterError
  | "EMAIL_TAKEN"
  | "NOTICES_SPENT"
  | "INVITATION_NOT_SENT"
  | "INVITATION_REFUSED";

/**
 * Makes a user for somebody else's address, and invites its owner by mail. The email stays unverified until a code that
 * goes there was typed in, which is the first login (docs/decisions/invited-users.md). `profile` is in canonical form.
 * Where the mail does not go the user is taken away again, unless meanwhile somebody has logged in with it, or another
 * admin has given it another address.
 */
export async function inviteUser(
  admin: ActingAdmin,
  profile: Registration,
): Promise<Result<{ id: string }, InviteRefusal>> {
  const made = await chargeNotice(admin, profile.email, () => makeUser(admin, profile));
  if (!made.ok) return made;
  // Nobody knows yet what they read.
  const to = recipientOf({ email: profile.email, locale: null, timeZone: null });
  const sent = await sendNotice("invitation", () => sendInvitationMail(to, profile.username));
  if (sent.ok || !(await takeBack(admin, made.value.id, profile.email))) return made;
  return fail(sent.error === "ADDRESS_REFUSED" ? "INVITATION_REFUSED" : "INVITATION_NOT_SENT");
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
      return ok({ id });
    });
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict !== null) return fail(conflict);
    throw error;
  }
}

/** Removes a user who was just made, with what the trail says of it. False if it is somebody's by now. */
async function takeBack(admin: ActingAdmin, id: string, email: string): Promise<boolean> {
  try {
    return await db().$transaction(async (transaction) => {
      // Before the user: a login that is finishing now either loses its challenge, or is seen by the next statement.
      await transaction.challenge.deleteMany({ where: { address: email, consumedAt: null } });
      const { count } = await transaction.user.deleteMany({
        where: { id, email, emailVerified: null, lastLoginAt: null },
      });
      if (count === 0) return false;
      await recordChange(transaction, admin, {
        name: "user_deleted",
        subjectId: id,
        maskedIdentifier: maskEmail(email),
        details: { reason: "the invitation was not sent" },
      });
      return true;
    });
  } catch (error) {
    logEvent("error", "uninvited_user_not_removed", { userId: id, ...describeError(error) });
    throw error;
  }
}
