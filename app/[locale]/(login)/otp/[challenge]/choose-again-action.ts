"use server";

import { logIn } from "@/lib/auth/next-auth";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { formAction } from "@/lib/http/form-action";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { safePath } from "@/lib/http/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { registrationSchema } from "@/lib/users/registration-schema";
import { leadOn, leaveExpired } from "./next-page";

export type ChooseAgainState = {
  values: { username: string; phone: string };
  errors: { username?: string | undefined; phone?: string | undefined };
  problem?: string;
};

/** Finishes a registration whose code was right, with the field that was taken chosen anew. */
export async function chooseAgainAction(_previous: ChooseAgainState, form: FormData): Promise<ChooseAgainState> {
  const values = { username: formText(form, "username"), phone: formText(form, "phone") };
  const parsed = registrationSchema(defaultPhoneCountry().code).pick({ username: true, phone: true }).safeParse(values);
  if (!parsed.success) {
    const [username, phone] = await Promise.all([
      describeFieldError(parsed.error, "username"),
      describeFieldError(parsed.error, "phone"),
    ]);
    return { values, errors: { username, phone } };
  }
  const challengeId = formText(form, "challengeId");
  const next = safePath(formText(form, "next"));
  const finished = await formAction({ back: `/otp/${challengeId}` }, () => logIn({ challengeId, ...values }));
  if (finished.ok) leadOn(finished.value, next);
  if (finished.error === "ACCOUNT_PENDING_DELETION") return await leadToMailedLink("undo-deletion", finished.keepToken);
  const feedback = await requestTranslations("feedback");
  if (finished.error === "USERNAME_TAKEN") return { values, errors: { username: feedback(finished.error) } };
  if (finished.error === "PHONE_TAKEN") return { values, errors: { phone: feedback(finished.error) } };
  if (finished.error === "SHOP_UNAVAILABLE") return { values, errors: {}, problem: feedback(finished.error) };
  return await leaveExpired(finished.error, challengeId, next);
}
