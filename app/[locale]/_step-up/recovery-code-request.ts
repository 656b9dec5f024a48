import { safePath } from "@/lib/http/safe-redirect";
import { type CodeAction, findSensitiveAction, takesCode } from "@/lib/step-up/sensitive-actions";

/** Where an act is confirmed with a recovery code; the person comes back to `path`. */
export function recoveryCodePath(act: CodeAction, path: string): string {
  return `/account/confirm-with-recovery-code?act=${act}&next=${encodeURIComponent(path)}`;
}

/**
 * What a page's address or a form asks to confirm: an act that takes a code, and the member's own page to come back to.
 * Null for what is none of ours.
 */
export function readRecoveryCodeRequest(asked: {
  act: unknown;
  next: unknown;
}): { act: CodeAction; back: string } | null {
  const act = findSensitiveAction(asked.act);
  const back = safePath(asked.next);
  if (act === undefined || !takesCode(act)) return null;
  return { act, back: back !== null && /^\/account(?:[/?#]|$)/.test(back) ? back : "/account" };
}
