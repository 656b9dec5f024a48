/** `passkey` allows a mailed code; `no-mailed-code` a passkey or recovery code. */
export type StepUpMethod = "passkey" | "passkey-alone" | "no-mailed-code" | "code";

/** `confirm` comes from the page's address. */
export function chooseStepUpMethod(
  user: { hasPasskey: boolean; areCodesOff: boolean; needsPasskey?: boolean },
  confirm: string | string[] | undefined,
): StepUpMethod {
  if (user.needsPasskey) return "passkey-alone";
  if (user.areCodesOff) return "no-mailed-code";
  return user.hasPasskey && confirm !== "code" ? "passkey" : "code";
}

export function codePathOf(path: string): string {
  return `${path}?confirm=code`;
}
