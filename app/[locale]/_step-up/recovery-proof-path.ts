import type { CodeAct } from "@/lib/step-up/sensitive-actions";

/** Where an act is confirmed with a recovery code; the person comes back to `path`. */
export function recoveryProofPath(act: CodeAct, path: string): string {
  return `/account/recovery-proof?act=${act}&next=${encodeURIComponent(path)}`;
}
