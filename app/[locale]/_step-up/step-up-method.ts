import { safePath } from "@/lib/http/safe-redirect";
import { type CodeAction, findSensitiveAction, takesCode } from "@/lib/step-up/sensitive-actions";

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

export function recoveryCodePath(act: CodeAction, path: string): string {
  return `/account/confirm-with-recovery-code?act=${act}&next=${encodeURIComponent(path)}`;
}

/** Reads an action and the member's page to return to; null if not ours. */
export function readRecoveryCodeRequest(asked: {
  act: unknown;
  next: unknown;
}): { act: CodeAction; back: string } | null {
  const act = findSensitiveAction(asked.act);
  const back = safePath(asked.next);
  if (act === undefined || !takesCode(act)) return null;
  return { act, back: back !== null && /^\/account(?:[/?#]|$)/.test(back) ? back : "/account" };
}
