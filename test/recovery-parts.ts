import { completeRecoveryLogin } from "@/lib/auth/login/complete-recovery-login";
import { newRecoveryCode, readRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { asking, createUser, logIn, newBrowser, visitor } from "./login-parts";
import { reportTokenInMail } from "./outbox-parts";
import { proveNow } from "./passkey-parts";

export const refusedCode = { ok: false, error: "RECOVERY_REFUSED" } as const;

export function typed(code = newRecoveryCode()): string {
  const read = readRecoveryCode(code);
  if (read === null) throw new Error(`${code} is no recovery code`);
  return read;
}

export async function memberWithCodes() {
  const user = await createUser();
  const login = await logIn(user.email);
  const session = await findLiveSession(login.sid);
  if (session === null) throw new Error("The new session is not alive.");
  await proveNow(session, "make-recovery-codes");
  const made = await makeRecoveryCodes(session, visitor);
  if (!made.ok) throw new Error(made.error);
  const [code = "", second = "", ...others] = made.value.codes;
  const reportToken = await reportTokenInMail(user.id);
  return { user, session, browser: login.browser, made: made.value, reportToken, code, second, others };
}

/** From a new browser and network by default. */
export async function logInByCode(
  email: string,
  code: string,
  browser = newBrowser(),
  change: Parameters<typeof asking>[1] = {},
) {
  return await completeRecoveryLogin({ email, code: typed(code) }, asking(browser, change), browser);
}
