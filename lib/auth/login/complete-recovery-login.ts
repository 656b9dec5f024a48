import { recordEvent, traceOf } from "@/lib/audit/record-event";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { recoveryCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeRecovery } from "@/lib/auth/rate-limit/enforce";
import { recoveryCodeHashes } from "@/lib/auth/recovery-codes/recovery-code";
import { createSession } from "@/lib/auth/session/create-session";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { forget } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import {
  type Browser,
  blockFields,
  blockLogin,
  type CompletedLogin,
  isDeletionPending,
  type LoginBlocked,
  whatItLeaves,
} from "./complete-login";

/** A canonical email, and a code as `readRecoveryCode` gives it. */
export type RecoveryAttempt = { email: string; code: string };

/** Turns a recovery code into a session. Every failure costs the same charges and statements, so no one learns who
 * has an account. Bot check and TooManyRequests as `chargeRecovery`. */
export async function completeRecoveryLogin(
  { email, code }: RecoveryAttempt,
  asker: AskingBrowser,
  browser: Pick<Browser, "trustedKey" | "sid" | "bagKey">,
): Promise<Result<CompletedLogin, "RECOVERY_REFUSED"> | LoginBlocked | BotCheckNeeded> {
  const { visitor } = asker;
  const charged = await chargeRecovery(email, asker);
  if (!charged.ok) return charged;

  const codeHashes = recoveryCodeHashes(code);
  const knownKeyHash = hashKey(browser.trustedKey);
  const left = whatItLeaves(browser);
  const entrance = { recoveryCodeHashes: codeHashes, address: email, knownKeyHash, ...left, wrongCodes: 0, visitor };
  const opened = await db().$transaction(async (transaction) => {
    const session = await createSession(entrance, new Date(), transaction);
    if (session === null) return null;
    await transaction.recoveryCode.updateMany({
      where: { codeHash: { in: codeHashes } },
      data: { usedInBrowserId: session.browserId },
    });
    return session;
  });
  if (opened) {
    // Trusted-device charges end with their window.
    const { ofIdentity } = recoveryCharges(email, visitor.ip);
    await forget(ofIdentity).catch((error) => logEvent("warn", "failures_not_forgotten", describeError(error)));
    return ok({ ...opened, outcome: "LOGGED_IN", email });
  }

  const owner = await db().user.findFirst({
    where: { email, recoveryCodes: { some: { codeHash: { in: codeHashes }, usedAt: null } } },
    select: blockFields,
  });
  const isBlocked = owner !== null && isDeletionPending(owner);
  await recordEvent(db(), {
    name: isBlocked ? "login_held" : owner === null ? "recovery_code_rejected" : "login_refused",
    subjectId: isBlocked ? owner.id : null,
    ...traceOf(null, email, visitor),
    details: { method: "RECOVERY_CODE" },
  });
  return isBlocked ? blockLogin(owner) : fail("RECOVERY_REFUSED");
}
