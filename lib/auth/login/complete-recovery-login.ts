import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import type { AskingBrowser } from "@/lib/auth/device/trusted-device";
import { recoveryCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeRecovery } from "@/lib/auth/rate-limit/enforce";
import { hashRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
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
} from "./complete-login";

/** A canonical email, and a code in the form that readRecoveryCode gives. */
export type RecoveryAttempt = { email: string; code: string };

/**
 * Turns a recovery code into a session, by the same statement as a code from the mail, which uses it up. NextAuth's
 * `authorize` is its one caller. A stranger's address, a member's without codes, a member's with others, a used code and a
 * disabled account are one answer, after the same charges and the same three statements: nobody learns here who has an
 * account, or codes. Only the owner of an account that is to be deleted is told so (block-login.ts); their code is still
 * good, since it opened nothing. May need a proof, and throws TooManyRequests, as `chargeRecovery`.
 */
export async function completeRecoveryLogin(
  { email, code }: RecoveryAttempt,
  asker: AskingBrowser,
  browser: Pick<Browser, "trustedKey" | "sid">,
): Promise<Result<CompletedLogin, "RECOVERY_REFUSED"> | LoginBlocked | BotCheckNeeded> {
  const { visitor } = asker;
  const charged = await chargeRecovery(email, asker);
  if (!charged.ok) return charged;

  const recoveryCodeHash = hashRecoveryCode(code);
  const knownKeyHash = hashKey(browser.trustedKey);
  const oldSid = browser.sid ?? null;
  const entrance = { recoveryCodeHash, address: email, knownKeyHash, oldSid, wrongCodes: 0, visitor };
  const opened = await db().$transaction(async (transaction) => {
    const session = await createSession(transaction, entrance, new Date());
    if (session === null) return null;
    await transaction.recoveryCode.update({
      where: { codeHash: recoveryCodeHash },
      data: { usedInBrowserId: session.browserId },
      select: { codeHash: true },
    });
    return session;
  });
  if (opened) {
    // What was charged in the lane of a known browser goes with its window.
    const { ofIdentity } = recoveryCharges(email, visitor.ip);
    await forget(ofIdentity).catch((error) => logEvent("warn", "failures_not_forgotten", describeError(error)));
    return ok({ ...opened, outcome: "LOGGED_IN", email });
  }

  const owner = await db().user.findFirst({
    where: { email, recoveryCodes: { some: { codeHash: recoveryCodeHash, usedAt: null } } },
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
