import type { AdminRefusal } from "@/lib/admin/change-as-admin";
import type { TargetRefusal } from "@/lib/admin/change-user";
import type { EditRefusal } from "@/lib/admin/edit-user";
import type { InviteAgainRefusal } from "@/lib/admin/invite-again";
import type { InviteRefusal } from "@/lib/admin/invite-user";
import type { RecoveryRefusal } from "@/lib/admin/recover-account";
import { messages } from "@/lib/auth/messages";

export type Refusal =
  | AdminRefusal
  | TargetRefusal
  | EditRefusal
  | InviteRefusal
  | InviteAgainRefusal
  | "USERNAME_MISTYPED"
  | "DISABLED_ALREADY"
  | "ENABLED_ALREADY"
  | "ROLE_UNCHANGED"
  | "SESSION_GONE"
  | "LIMIT_OPEN"
  | "LIMIT_ON_ADMINS"
  | RecoveryRefusal;

/** Why a change was not made, as the admin reads it. */
export const refusals: Record<Refusal, string> = {
  NO_PASSKEY: "Nothing was changed: you hold no passkey that works. Add one to your account, then come back.",
  PROOF_NEEDED: "Nothing was changed: confirm with your passkey first. It counts for five minutes.",
  NOT_ADMIN: "Nothing was changed: you are no admin any more.",
  USER_GONE: "Nothing was changed: there is no such user any more.",
  OWN_ACCOUNT: "Nothing was changed: this is your own account. Ask another admin.",
  DISABLED_ALREADY: "Nothing was changed: somebody has disabled this account already.",
  ENABLED_ALREADY: "Nothing was changed: this account is not disabled any more.",
  ROLE_UNCHANGED: "Nothing was changed: the user has this role already.",
  LIMIT_ON_ADMINS:
    "Nothing was changed: this limit is on admins themselves, and no admin can release it. It opens by itself.",
  LIMIT_OPEN: "Nothing was changed: this limit refuses and slows nobody any more.",
  SESSION_GONE: "Nothing was changed: this session has ended already.",
  RECOVERY_BEGUN: "Nothing was changed: somebody has begun this already. Complete it or stop it.",
  RECOVERY_GONE:
    "Nothing was changed: this was completed, stopped or forgotten for two weeks. Look at the audit trail.",
  RECOVERY_TOO_EARLY: "Nothing was changed: the wait is not over yet.",
  NOTHING_CHANGED: "Nothing was changed: this is what stood there before.",
  USERNAME_TAKEN: messages.USERNAME_TAKEN,
  EMAIL_TAKEN: "Another user has this email address.",
  PHONE_TAKEN: messages.PHONE_TAKEN,
  USERNAME_MISTYPED: "This is not the username of the account. Type it as it stands above.",
  NOTICES_SPENT:
    "Nothing was changed: to this address, by you, or by the whole shop as many mails went as one day allows. Try again tomorrow.",
  INVITATION_NOT_SENT: "Nobody was added: the invitation could not be sent just now. Try again in a few minutes.",
  INVITATION_REFUSED: "Nobody was added: SendGrid refused to send to this address. Check it, or use another one.",
  MAIL_NOT_SENT: "The invitation could not be sent just now. Try again in a few minutes.",
  ADDRESS_REFUSED: "The invitation was not sent: SendGrid refuses this address. Give the user another one.",
  NOT_INVITED: "Nothing was sent: the user has proven this address by now, so there is nothing to invite to.",
  INVITED_BUT_DISABLED: "Nothing was sent: the account is disabled. Enable it first.",
};

/** Refusals that are about one field of their form. They stand there, and nowhere else. */
export const refusedFields: Partial<Record<Refusal, string>> = {
  USERNAME_TAKEN: "username",
  EMAIL_TAKEN: "email",
  PHONE_TAKEN: "phone",
  INVITATION_REFUSED: "email",
  USERNAME_MISTYPED: "username",
};
