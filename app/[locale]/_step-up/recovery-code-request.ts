import { safePath } from "@/lib/http/safe-redirect";
import { type CodeAction, findSensitiveAction, takesCode } from "@/lib/step-up/sensitive-actions";

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
