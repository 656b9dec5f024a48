import type { Translations } from "@/lib/i18n/translator";

/** What a user's page may be asked to say after a change, and whether it tells that something is left to do. */
const tones = {
  INVITED: "success",
  INVITED_AGAIN: "success",
  EDITED: "success",
  EDITED_AND_USER_TOLD: "success",
  EDITED_AND_TOLD: "success",
  DISABLED: "success",
  ENABLED: "success",
  ROLE_CHANGED: "success",
  PASSKEYS_RESET: "success",
  PASSKEYS_RESET_AND_TOLD: "success",
  RECOVERY_BEGUN: "success",
  RECOVERY_STOPPED: "success",
  RECOVERY_COMPLETED: "success",
  SESSIONS_ENDED: "success",
  SESSION_ENDED: "success",
} as const;

export type UserNotice = keyof typeof tones;

/** The sentence for a notice named in the address, null for anything else: a link can put no other text on the page. */
export function findUserNotice(
  name: unknown,
  t: Translations<"adminUser">,
): { sentence: string; tone: "success" | "warning" } | null {
  if (!isUserNotice(name)) return null;
  return { sentence: t(`notices.${name}`), tone: tones[name] };
}

function isUserNotice(name: unknown): name is UserNotice {
  return typeof name === "string" && Object.hasOwn(tones, name);
}
