/** What a user's page says after a change. A link can put no other text on it. */
export const userNotices = {
  INVITED: "The account is made, and the invitation is on its way.",
  INVITED_AGAIN: "The invitation is on its way again.",
  EDITED: "The profile is changed.",
  EDITED_AND_USER_TOLD: "The profile is changed. The user was told by mail.",
  USER_NOT_TOLD: "The profile is changed, but the mail about it could not be sent. Tell the user yourself.",
  EDITED_AND_TOLD: "The profile is changed. The old and the new email address were told.",
  OLD_NOT_TOLD: "The profile is changed, but the mail to the old address could not be sent. Tell the user yourself.",
  NEW_NOT_TOLD: "The profile is changed, but the mail to the new address could not be sent. Tell the user yourself.",
  NOBODY_TOLD: "The profile is changed, but neither mail could be sent. Tell the user of the new address yourself.",
  DISABLED: "The account is disabled, and logged out everywhere.",
  ENABLED: "The account is open again.",
  ROLE_CHANGED: "The role is changed. The user is logged out everywhere, and has it from the next login on.",
  PASSKEYS_RESET: "All passkeys are removed, and the user is logged out everywhere.",
  PASSKEYS_RESET_AND_TOLD: "All passkeys are removed, and the user is logged out everywhere. They were told by mail.",
  PASSKEYS_RESET_NOT_TOLD: "All passkeys are removed, but the mail about it could not be sent. Tell the user yourself.",
  RECOVERY_BEGUN: "It has begun. The old and the new address were told, and the old one can stop it.",
  RECOVERY_BEGUN_NOT_TOLD: "It has begun, but not both mails could be sent. Stop it and begin anew when mail works.",
  RECOVERY_STOPPED: "It is stopped. Nothing else was changed.",
  RECOVERY_COMPLETED:
    "The account has the new address. Everybody is logged out, passkeys and recovery codes are gone, and the phone number is not verified any more.",
  RECOVERY_COMPLETED_NOT_TOLD:
    "The account has the new address, but not both mails about it could be sent. Tell the user yourself.",
  SESSIONS_ENDED: "The user is logged out everywhere.",
  SESSION_ENDED: "That session is ended.",
} as const;

/** These tell that something is left to do. */
const warnings: readonly string[] = [
  "USER_NOT_TOLD",
  "OLD_NOT_TOLD",
  "NEW_NOT_TOLD",
  "NOBODY_TOLD",
  "PASSKEYS_RESET_NOT_TOLD",
  "RECOVERY_BEGUN_NOT_TOLD",
  "RECOVERY_COMPLETED_NOT_TOLD",
] satisfies UserNotice[];

export type UserNotice = keyof typeof userNotices;

/** The sentence for a notice named in the address, null for anything else. */
export function findUserNotice(name: unknown): { sentence: string; tone: "success" | "warning" } | null {
  if (typeof name !== "string" || !Object.hasOwn(userNotices, name)) return null;
  return { sentence: userNotices[name as UserNotice], tone: warnings.includes(name) ? "warning" : "success" };
}
