/**
 * How a person confirms an act on a page: with a passkey and, if it is not at hand, a code from the mail; with a passkey
 * and nothing else; with a passkey or a recovery code, where codes from the mail are switched off; or with a code.
 */
export type StepUpMethod = "passkey" | "passkey-alone" | "no-mailed-code" | "code";

/** Chooses it. `confirm` is what the page's address says: a person who asks for a code gets one, if that is enough. */
export function chooseStepUpMethod(
  user: { hasPasskey: boolean; areCodesOff: boolean; needsPasskey?: boolean },
  confirm: string | string[] | undefined,
): StepUpMethod {
  if (user.needsPasskey) return "passkey-alone";
  if (user.areCodesOff) return "no-mailed-code";
  return user.hasPasskey && confirm !== "code" ? "passkey" : "code";
}

/** Where the same page takes a code. */
export function codePathOf(path: string): string {
  return `${path}?confirm=code`;
}
