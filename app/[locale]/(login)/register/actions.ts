"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { putProofInWords } from "@/app/[locale]/(login)/put-proof-in-words";
import { readAskingBrowser } from "@/lib/auth/device/trusted-device";
import { startRegistration } from "@/lib/auth/login/start-login";
import type { ProofInWords } from "@/lib/bot-check/bot-check-request";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { safePath } from "@/lib/http/safe-redirect";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { registrationSchema } from "@/lib/users/registration-schema";

export type RegisterField = "username" | "email" | "phone";

export type RegisterFormState = {
  /** What was typed, so that nothing is lost where a page loads anew. */
  values: Partial<Record<RegisterField, string>>;
  errors: Partial<Record<RegisterField, string | undefined>>;
  problem?: string;
  proof?: ProofInWords;
};

/** Starts a registration and leads to the code page. The account comes to be there, when the code is right. */
export async function registerAction(_previous: RegisterFormState, form: FormData): Promise<RegisterFormState> {
  const values = {
    username: formText(form, "username"),
    email: formText(form, "email"),
    phone: formText(form, "phone"),
  };
  const parsed = registrationSchema(defaultPhoneCountry().code).safeParse(values);
  if (!parsed.success) {
    const [username, email, phone] = await Promise.all([
      describeFieldError(parsed.error, "username"),
      describeFieldError(parsed.error, "email"),
      describeFieldError(parsed.error, "phone"),
    ]);
    return { values, errors: { username, email, phone } };
  }

  const feedback = await requestTranslations("feedback");
  const returnTo = safePath(formText(form, "next"));
  let challengeId: string;
  try {
    const started = await startRegistration(parsed.data, returnTo, await readAskingBrowser(form, "register"));
    if (!started.ok && started.error === "PROOF_NEEDED") {
      return { values, errors: {}, proof: await putProofInWords(started.proof) };
    }
    if (!started.ok) return { values, errors: { username: feedback(started.error) } };
    challengeId = started.value.challengeId;
    after(started.value.deliver);
  } catch (error) {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, "/register", returnTo));
    if (!isServiceUnavailable(error)) throw error;
    return { values, errors: {}, problem: feedback("SHOP_UNAVAILABLE") };
  }
  redirect(`/otp/${challengeId}`);
}
