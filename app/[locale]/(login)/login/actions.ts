"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { describeBotCheck } from "@/app/[locale]/(login)/describe-bot-check";
import { readAskingBrowser } from "@/lib/auth/device/asking-browser";
import { startLogin } from "@/lib/auth/login/start-login";
import { logIn } from "@/lib/auth/next-auth";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";
import { describeFieldError } from "@/lib/http/field-errors";
import { formAction } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { defaultDestination, safePath } from "@/lib/http/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { type AskedEmail, askWhetherMeant, readEmail } from "@/lib/users/email-suggestion";
import { loginSchema } from "@/lib/users/login-schema";

export type LoginFormState = AskedEmail & {
  email: string;
  emailError?: string;
  problem?: string;
  proof?: BotCheckInWords;
};

/** The same for every address. */
export async function requestLoginCodeAction(previous: LoginFormState, form: FormData): Promise<LoginFormState> {
  const email = readEmail(form);
  const parsed = loginSchema.safeParse({ email });
  if (!parsed.success) return { email, emailError: await describeFieldError(parsed.error) };

  const asked = await askWhetherMeant(previous, email, parsed.data.email);
  const kept = { email, ...asked };
  if (asked.suggestion) return kept;

  const returnTo = safePath(formText(form, "next"));
  const options = { back: "/login", next: returnTo, onOutage: (problem: string) => ({ ...kept, problem }) } as const;
  return await formAction<LoginFormState>(options, async () => {
    const request = { email: parsed.data.email, returnTo };
    const started = await startLogin(request, await readAskingBrowser(form, "login"));
    if (!started.ok) return { ...kept, proof: await describeBotCheck(started.proof) };
    after(started.value.deliver);
    redirect(`/otp/${started.value.challengeId}`);
  });
}

/** Logs in by a passkey's answer. Both arguments can be anything. `isUnknown`: no account has this passkey. */
export async function logInWithPasskeyAction(
  answer: unknown,
  next: unknown,
): Promise<{ problem: string; isUnknown?: boolean }> {
  const path = safePath(next);
  const finished = await formAction({ back: "/login", next: path }, () =>
    logIn({ passkey: JSON.stringify(answer ?? null) }),
  );
  if (finished.ok) redirect(path ?? defaultDestination);
  if (finished.error === "ACCOUNT_PENDING_DELETION") return await leadToMailedLink("undo-deletion", finished.keepToken);
  const feedback = await requestTranslations("feedback");
  return {
    problem: feedback(finished.error === "SHOP_UNAVAILABLE" ? "SHOP_UNAVAILABLE" : "PASSKEY_REFUSED"),
    isUnknown: finished.error === "PASSKEY_UNKNOWN",
  };
}
