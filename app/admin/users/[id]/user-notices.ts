/** What a user's page says after a change. A link can put no other text on it. */
export const userNotices = {
  DISABLED: "The account is disabled, and logged out everywhere.",
  ENABLED: "The account is open again.",
  ROLE_CHANGED: "The role is changed. The user is logged out everywhere, and has it from the next login on.",
  PASSKEYS_RESET: "All passkeys are removed, and the user is logged out everywhere.",
  SESSIONS_ENDED: "The user is logged out everywhere.",
  SESSION_ENDED: "That session is ended.",
} as const;

export type UserNotice = keyof typeof userNotices;

/** The sentence for a notice named in the address, null for anything else. */
export function findUserNotice(name: unknown): string | null {
  return typeof name === "string" && Object.hasOwn(userNotices, name) ? userNotices[name as UserNotice] : null;
}
