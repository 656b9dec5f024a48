"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { changeLanguage } from "@/lib/auth/profile/change-language";
import { formText } from "@/lib/http/field-errors";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { readVisitor } from "@/lib/http/visitor";
import type { LanguageNotice } from "./language-notices";

const path = "/account/language";

/** Keeps language and time zone in the profile, and shows the page again, in the new language. */
export async function changeLanguageAction(form: FormData): Promise<void> {
  const session = await requireSession(path);
  const choice = { locale: formText(form, "locale"), timeZone: formText(form, "timeZone") };
  const visitor = readVisitor(await headers());
  const changed = await orUnavailable(() => changeLanguage(session, choice, visitor)).catch((error) =>
    leaveAtLimit(error, path),
  );
  if (!changed.ok) leaveWith(changed.error === "SESSION_ENDED" ? null : "LANGUAGE_UNKNOWN");
  const { locale, isMailed } = changed.value;
  if (isMailed) after(sendDueMails);
  await setLanguageCookie(locale);
  leaveWith("LANGUAGE_SAVED");
}

/** Without a notice, whoever has no session any more is led on to the login. */
function leaveWith(notice: LanguageNotice | null): never {
  redirect(notice === null ? path : `${path}?notice=${notice}`);
}
