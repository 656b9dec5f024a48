"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { memberAction } from "@/app/[locale]/account/member-action";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { changeLanguage } from "@/lib/auth/profile/change-language";
import { formText } from "@/lib/http/form-text";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";

const path = "/account/language";

export async function changeLanguageAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const choice = { locale: formText(form, "locale"), timeZone: formText(form, "timeZone") };
    const changed = await changeLanguage(session, choice, visitor);
    // The page redirects to the login.
    if (!changed.ok) redirect(changed.error === "SESSION_ENDED" ? path : `${path}?notice=LANGUAGE_UNKNOWN`);
    const { locale, isMailed } = changed.value;
    if (isMailed) after(sendDueMails);
    await setLanguageCookie(locale);
    redirect(`${path}?notice=LANGUAGE_SAVED`);
  });
}
