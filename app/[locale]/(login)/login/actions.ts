"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { putProofInWords } from "@/app/[locale]/(login)/put-proof-in-words";
import { readAskingBrowser } from "@/lib/auth/device/trusted-device";
import { startLogin } from "@/lib/auth/login/start-login";
import type { ProofInWords } from "@/lib/bot-check/bot-check-request";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { safePath } from "@/lib/http/safe-redirect";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { loginSchema } from "@/lib/users/login-schema";

export type LoginFormState = { email: string; emailError?: string; problem?: string; proof?: ProofInWords };

/** Starts a login and leads to the code page, in the same way for every address. */
export async function requestLoginCodeAction(_previous: LoginFormState, form: FormData): Promise<LoginFormState> {
  const email = formText(form, "email");
  const parsed = loginSchema.safeParse({ email });
  if (!parsed.success) return { email, emailError: await describeFieldError(parsed.error) };

  const returnTo = safePath(formText(form, "next"));
  let challengeId: string;
  try {
    const request = { email: parsed.data.email, returnTo };
    const started = await startLogin(request, await readAskingBrowser(form, "login"));
    if (!started.ok) return { email, proof: await putProofInWords(started.proof) };
    challengeId = started.value.challengeId;
    after(started.value.deliver);
  } catch (error) {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, "/login", returnTo));
    if (!isServiceUnavailable(error)) throw error;
    return { email, problem: (await requestTranslations("feedback"))("SHOP_UNAVAILABLE") };
  }
  redirect(`/otp/${challengeId}`);
}
