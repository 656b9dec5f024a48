import { completeRecoveryLogin } from "@/lib/auth/login/complete-recovery-login";
import { newRecoveryCode, readRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { asking, createUser, logIn, newBrowser, visitor } from "./login-parts";
import { reportTokenInMail } from "./outbox-parts";
import { proveNow } from "./passkey-parts";

/** What database tests of recovery codes share. */
export const refusedCode = { ok: false, error: "RECOVERY_REFUSED" } as const;

/** A code as the forms hand it on; a made-up one is nobody's. */
export function typed(code = newRecoveryCode()): string {
  const read = readRecoveryCode(code);
  if (read === null) throw new Error(`${code} is no recovery code`);
  return read;
}

/** A member who has logged in with a code from the mail and has made ten recovery codes. */
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

/** Tries a recovery code, from a browser and a network that nobody has seen unless they are given. */
export async function logInByCode(
  email: string,
  code: string,
  browser = newBrowser(),
  change: Parameters<typeof asking>[1] = {},
) {
  return await completeRecoveryLogin({ email, code: typed(code) }, asking(browser, change), browser);
}
