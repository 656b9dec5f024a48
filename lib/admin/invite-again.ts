import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { sendInvitationMail } from "@/lib/mail/invitation-mail";
import { type Recipient, recipientOf } from "@/lib/mail/recipient";
import { fail, ok, type Result } from "@/lib/result";
import { isInvited } from "@/lib/users/is-invited";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, findUserToChange, type TargetRefusal } from "./change-user";
import { chargeNotice } from "./charge-notice";
import { type NoticeFailure, sendNotice } from "./send-notice";

export type InviteAgainRefusal =
  | AdminRefusal
  | TargetRefusal
  | NoticeFailure
  | "NOT_INVITED"
  | "INVITED_BUT_DISABLED"
  | "NOTICES_SPENT";

/**
 * Sends the invitation once more to a user who has never logged in. The trail has it before the mail goes, so that no
 * mail goes without an entry; a mail that fails is in the log, and counts all the same.
 */
export async function inviteAgain(admin: ActingAdmin, userId: string): Promise<Result<null, InviteAgainRefusal>> {
  const found = await findUserToChange(db(), userId, admin);
  if (!found.ok) return found;
  const noted = await chargeNotice(admin, found.value.email, () => noteInvitation(admin, userId));
  if (!noted.ok) return noted;
  const { to, username } = noted.value;
  return await sendNotice("invitation", () => sendInvitationMail(to, username));
}

async function noteInvitation(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<{ to: Recipient; username: string }, Exclude<InviteAgainRefusal, NoticeFailure | "NOTICES_SPENT">>> {
  return await changeUser(admin, userId, async (transaction, user) => {
    if (!isInvited(user)) return fail("NOT_INVITED");
    if (user.disabledAt !== null) return fail("INVITED_BUT_DISABLED");
    await recordChange(transaction, admin, {
      name: "user_invited",
      subjectId: userId,
      maskedIdentifier: maskEmail(user.email),
      details: { isAgain: true },
    });
    return ok({ to: recipientOf(user), username: user.username });
  });
}
