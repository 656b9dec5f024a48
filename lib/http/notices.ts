import type { feedback } from "@/messages/en/feedback";

/** A sentence of the namespace `feedback` by its key. Results and addresses carry it; pages and actions translate it. */
export type MessageCode = keyof typeof feedback;

/** What the login page may be asked to say by its address. */
export const loginNotices = [
  "LOGGED_OUT",
  "LOGGED_OUT_EVERYWHERE",
  "DELETION_ASKED",
  "CHALLENGE_ENDED",
  "CHALLENGE_FINISHED",
  "TOO_MANY_ATTEMPTS",
  "ACCOUNT_DISABLED",
  "OLD_EMAIL_REFUSED",
  "EMAIL_KEPT",
] as const satisfies MessageCode[];

/** What the registration page may be asked to say by its address. */
export const registerNotices = ["USERNAME_TAKEN"] as const satisfies MessageCode[];

/** What the account page may be asked to say by its address. */
export const accountNotices = [
  "HAD_ACCOUNT",
  "RECOVERY_LOGIN",
  "USERNAME_CHANGED",
  "PHONE_CHANGED",
  "PHONE_SAVED",
] as const satisfies MessageCode[];

/** What the pages on which email and phone are changed may be asked to say by their address. */
export const profileNotices = [
  "OLD_EMAIL_REFUSED",
  "EMAIL_TAKEN",
  "PHONE_TAKEN",
  "EMAIL_KEPT",
  "PROFILE_STEP_UP_NEEDED",
  "REAUTHENTICATION_ENDED",
  "CHANGE_CODE_ENDED",
  "STEP_UP_ENDED",
] as const satisfies MessageCode[];

/** What the page of one's own data may be asked to say by its address. */
export const ownDataNotices = ["EXPORT_STEP_UP_NEEDED", "STEP_UP_ENDED"] as const satisfies MessageCode[];

/** What the page before the deletion of an account may be asked to say by its address. */
export const deletionNotices = ["PASSKEY_STEP_UP_NEEDED", "STEP_UP_ENDED"] as const satisfies MessageCode[];

/** What the page of passkeys may be asked to say by its address. */
export const passkeyNotices = [
  "PASSKEY_ADDED",
  "PASSKEY_REMOVED",
  "PASSKEY_RENAMED",
  "PASSKEY_NAME_INVALID",
  "PASSKEY_STEP_UP_NEEDED",
  "LAST_PASSKEY",
  "CODES_OFF",
  "CODES_ON",
  "REAUTHENTICATION_ENDED",
  "STEP_UP_ENDED",
] as const satisfies MessageCode[];

/** What the page of recovery codes may be asked to say by its address. */
export const recoveryCodesNotices = [
  "STEP_UP_ENDED",
  "RECOVERY_CODES_NEED_PASSKEY",
  "RECOVERY_FILE_REFUSED",
] as const satisfies MessageCode[];

/** What the page of sessions may be asked to say by its address. */
export const sessionNotices = [
  "SESSION_ENDED",
  "SESSION_GONE",
  "OTHER_SESSIONS_ENDED",
  "STEP_UP_ENDED",
] as const satisfies MessageCode[];

/** What the page of what can open an account may be asked to say by its address. */
export const reviewNotices = ["EMAIL_CHANGED"] as const satisfies MessageCode[];

/**
 * The key of the sentence that an address asks this page for, if the page may say it; else null. A link can put no other
 * text on our pages.
 */
export function findNotice(code: unknown, allowed: readonly MessageCode[]): MessageCode | null {
  return allowed.find((candidate) => candidate === code) ?? null;
}
