import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { isInvited } from "@/lib/users/eligibility";
import { type ActingAdmin, type AdminRefusal, chargeNotice, recordChange } from "./change-as-admin";
import { changeUser, findUserToChange, type TargetRefusal } from "./change-user";

export type InviteAgainRefusal =
  | AdminRefusal
  | TargetRefusal
  | "NOT_INVITED"
  | "INVITED_BUT_DISABLED"
  | "NOTICES_SPENT";

/** Sends the invitation once more to a user who has never logged in. */
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
