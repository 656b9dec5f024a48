import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { hasFreshProof } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { hashRecoveryCode, readRecoveryCode, recoveryCodeCount } from "./recovery-code";

/** How a user stands with recovery codes: how many are left, and when they were made; null if they never were. */
export type RecoveryCodes = { left: number; madeAt: Date | null };

/** Reads it for the page of recovery codes, and for the offer beside the first passkey. */
export async function readRecoveryCodes(userId: string): Promise<RecoveryCodes> {
  const codes = await db().recoveryCode.findMany({ where: { userId }, select: { createdAt: true, usedAt: true } });
  return { left: codes.filter(({ usedAt }) => usedAt === null).length, madeAt: codes[0]?.createdAt ?? null };
}

/** What stands between this session and new recovery codes; `needsPasskey`: a code from the mail is not enough. */
export async function readRecoveryCodesProof(
  session: LiveSession,
): Promise<{ act: SensitiveAct; needsPasskey: boolean; isProven: boolean }> {
  const act = await passkeyChangeAct(db(), session.user.id, "make-recovery-codes");
  return { act, needsPasskey: act === "administer", isProven: await hasFreshProof(session.id, act) };
}

/**
 * Whether these are the ten codes of a user, none of them used, as the page has just shown them: for handing them back
 * as a file, which takes nothing but what is that user's own. Any text may be asked.
 */
export async function areOwnRecoveryCodes(userId: string, typed: string[]): Promise<boolean> {
  const codes = typed.flatMap((text) => readRecoveryCode(text) ?? []);
  if (typed.length !== recoveryCodeCount || codes.length !== recoveryCodeCount) return false;
  const codeHash = { in: codes.map(hashRecoveryCode) };
  return (await db().recoveryCode.count({ where: { userId, codeHash, usedAt: null } })) === recoveryCodeCount;
}
