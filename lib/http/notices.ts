import type { feedback } from "@/messages/en/feedback";

export type MessageCode = keyof typeof feedback;

/** What addresses may ask each page to say. */
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
  "PASSKEY_REFUSED",
] as const satisfies MessageCode[];

export const registerNotices = ["USERNAME_TAKEN"] as const satisfies MessageCode[];

export const accountNotices = [
  "HAD_ACCOUNT",
  "RECOVERY_LOGIN",
  "USERNAME_CHANGED",
  "PHONE_CHANGED",
  "PHONE_SAVED",
] as const satisfies MessageCode[];

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

export const ownDataNotices = ["EXPORT_STEP_UP_NEEDED", "STEP_UP_ENDED"] as const satisfies MessageCode[];

export const deletionNotices = ["PASSKEY_STEP_UP_NEEDED", "STEP_UP_ENDED"] as const satisfies MessageCode[];

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

export const recoveryCodesNotices = [
  "STEP_UP_ENDED",
  "RECOVERY_CODES_NEED_PASSKEY",
  "RECOVERY_FILE_REFUSED",
] as const satisfies MessageCode[];

export const sessionNotices = [
  "SESSION_ENDED",
  "SESSION_GONE",
  "OTHER_SESSIONS_ENDED",
  "STEP_UP_ENDED",
] as const satisfies MessageCode[];

export const reviewNotices = ["EMAIL_CHANGED"] as const satisfies MessageCode[];

/** The code if this page may show it, else null. A link can put no other text on our pages. */
export function findNotice(code: unknown, allowed: readonly MessageCode[]): MessageCode | null {
  return allowed.find((candidate) => candidate === code) ?? null;
}
