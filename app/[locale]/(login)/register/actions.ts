"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { describeBotCheck } from "@/app/[locale]/(login)/describe-bot-check";
import { readAskingBrowser } from "@/lib/auth/device/asking-browser";
import { startRegistration } from "@/lib/auth/login/start-login";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";
import { describeFieldErrors } from "@/lib/http/field-errors";
import { formAction } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import { safePath } from "@/lib/http/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { type AskedEmail, askWhetherMeant, readEmail } from "@/lib/users/email-suggestion";
import { mapPersonFields, type PersonField, personFieldNames } from "@/lib/users/person-fields";
import { registrationSchema } from "@/lib/users/registration-schema";

export type RegisterFormState = AskedEmail & {
  /** For pages without JavaScript. */
  values: Partial<Record<PersonField, string>>;
  errors: Partial<Record<PersonField, string | undefined>>;
  problem?: string;
  proof?: BotCheckInWords;
};

/** The account exists only once the code is right. */
export async function registerAction(previous: RegisterFormState, form: FormData): Promise<RegisterFormState> {
  const values = mapPersonFields((name) => (name === "email" ? readEmail(form) : formText(form, name)));
  const parsed = registrationSchema(defaultPhoneCountry().code).safeParse(values);
  if (!parsed.success) return { values, errors: await describeFieldErrors(parsed.error, personFieldNames) };

  const asked = await askWhetherMeant(previous, values.email, parsed.data.email);
  const kept = { values, errors: {}, ...asked };
  if (asked.suggestion) return kept;

  const feedback = await requestTranslations("feedback");
  const returnTo = safePath(formText(form, "next"));
  const options = {
    back: "/register",
    next: returnTo,
    onOutage: (problem: string) => ({ ...kept, problem }),
  } as const;
  return await formAction<RegisterFormState>(options, async () => {
    const started = await startRegistration(parsed.data, returnTo, await readAskingBrowser(form, "register"));
    if (!started.ok && started.error === "BOT_CHECK_NEEDED") {
      return { ...kept, proof: await describeBotCheck(started.proof) };
    }
    if (!started.ok) return { ...kept, errors: { username: feedback(started.error) } };
    after(started.value.deliver);
    redirect(`/otp/${started.value.challengeId}`);
  });
}
