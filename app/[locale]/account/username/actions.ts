"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import type { ChangeFormState } from "@/app/[locale]/account/change-state";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { requireSession } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { changeUsername } from "@/lib/auth/profile/change-username";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { registrationSchema } from "@/lib/users/registration-schema";

const path = "/account/username";

/** Gives the member another username, and leads back to the account. */
export async function changeUsernameAction(_previous: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const session = await requireSession(path);
  const value = formText(form, "username");
  const schema = registrationSchema(defaultPhoneCountry().code, session.user.username);
  const parsed = schema.shape.username.safeParse(value);
  if (!parsed.success) return { value, error: await describeFieldError(parsed.error) };
  const visitor = readVisitor(await headers());
  const feedback = await requestTranslations("feedback");
  let changed: Awaited<ReturnType<typeof changeUsername>>;
  try {
    changed = await changeUsername(session, parsed.data, visitor).catch((error) => leaveAtLimit(error, path));
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return { value, problem: feedback("SHOP_UNAVAILABLE") };
  }
  if (changed.ok) {
    after(sendDueMails);
    redirect("/account?notice=USERNAME_CHANGED");
  }
  // The page says since when it may be changed again, or leads to the login.
  if (changed.error === "USERNAME_CHANGES_SPENT" || changed.error === "SESSION_ENDED") redirect(path);
  return { value, error: feedback(changed.error) };
}
