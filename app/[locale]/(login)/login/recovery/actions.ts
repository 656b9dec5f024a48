"use server";

import { redirect } from "next/navigation";
import { describeBotCheck } from "@/app/[locale]/(login)/describe-bot-check";
import { readAskingBrowser } from "@/lib/auth/device/asking-browser";
import { logInByRecoveryCode } from "@/lib/auth/next-auth";
import { readRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";
import { describeFieldError } from "@/lib/http/field-errors";
import { formAction } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { safePath } from "@/lib/http/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { loginSchema } from "@/lib/users/login-schema";

export type RecoveryFormState = {
  email: string;
  emailError?: string;
  codeError?: string;
  problem?: string;
  proof?: BotCheckInWords;
};

/** Never gives the code back to the form. */
export async function logInByRecoveryCodeAction(
  _previous: RecoveryFormState,
  form: FormData,
): Promise<RecoveryFormState> {
  const feedback = await requestTranslations("feedback");
  const email = formText(form, "email");
  const parsed = loginSchema.safeParse({ email });
  const code = readRecoveryCode(formText(form, "code", 100));
  if (!parsed.success || code === null) {
    return {
      email,
      emailError: await describeFieldError(parsed.error),
      ...(code === null ? { codeError: feedback("RECOVERY_CODE_MALFORMED") } : {}),
    };
  }
  const next = safePath(formText(form, "next"));
  const options = { back: "/login/recovery", next, onOutage: (problem: string) => ({ email, problem }) } as const;
  return await formAction<RecoveryFormState>(options, async () => {
    const attempt = { email: parsed.data.email, code };
    const finished = await logInByRecoveryCode(attempt, await readAskingBrowser(form, "recovery"));
    if (finished.ok) redirect(next ?? "/account?notice=RECOVERY_LOGIN");
    if (finished.error === "ACCOUNT_PENDING_DELETION")
      return await leadToMailedLink("undo-deletion", finished.keepToken);
    if (finished.error === "BOT_CHECK_NEEDED") return { email, proof: await describeBotCheck(finished.proof) };
    return { email, problem: feedback(finished.error) };
  });
}
