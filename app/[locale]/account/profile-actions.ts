"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { readReauthentication } from "@/lib/auth/access/change-in-session";
import { ensureChallengeKey } from "@/lib/auth/device/trusted-device";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { startEmailChange } from "@/lib/auth/profile/change-email";
import { startPhoneChange } from "@/lib/auth/profile/change-phone";
import { changeUsername } from "@/lib/auth/profile/change-username";
import { describeFieldError } from "@/lib/http/field-errors";
import { formText } from "@/lib/http/form-text";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import type { ProfileAction } from "@/lib/step-up/sensitive-actions";
import { askWhetherMeant, readEmail } from "@/lib/users/email-suggestion";
import { loginSchema } from "@/lib/users/login-schema";
import { registrationSchema } from "@/lib/users/registration-schema";
import type { ChangeFormState } from "./change-form";
import { leaveForCode, memberAction } from "./member-action";

export async function changeUsernameAction(_previous: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const path = "/account/username";
  const value = formText(form, "username");
  return await memberAction<ChangeFormState>({ back: path, onOutage: keeping(value) }, async (session, visitor) => {
    const schema = registrationSchema(defaultPhoneCountry().code, session.user.username);
    const parsed = schema.shape.username.safeParse(value);
    if (!parsed.success) return { value, error: await describeFieldError(parsed.error) };
    const changed = await changeUsername(session, parsed.data, visitor);
    if (changed.ok) {
      after(sendDueMails);
      redirect("/account?notice=USERNAME_CHANGED");
    }
    // The page says when it may change again, or redirects to the login.
    if (changed.error === "USERNAME_CHANGES_SPENT" || changed.error === "SESSION_ENDED") redirect(path);
    return { value, error: (await requestTranslations("feedback"))(changed.error) };
  });
}

/** Shows the field after re-authentication, else asks for it. */
export async function reauthenticateForEmailAction(): Promise<void> {
  await reauthenticate("change-email", "/account/email");
}

export async function askForEmailAction(previous: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const path = "/account/email";
  const value = readEmail(form);
  return await memberAction<ChangeFormState>({ back: path, onOutage: keeping(value) }, async (session, visitor) => {
    const parsed = loginSchema.safeParse({ email: value });
    if (!parsed.success) return { value, error: await describeFieldError(parsed.error) };
    const asked = await askWhetherMeant(previous, value, parsed.data.email);
    if (asked.suggestion) return { value, ...asked };
    const browser = { challengeKey: await ensureChallengeKey(), visitor };
    const started = await startEmailChange(session, parsed.data.email, path, browser);
    if (!started.ok) {
      // The five minutes are over.
      if (started.error === "REAUTHENTICATION_NEEDED") redirect(`${path}?notice=REAUTHENTICATION_ENDED`);
      const sentence = (await requestTranslations("feedback"))(started.error);
      return { value, ...asked, [started.error === "MAIL_DOWN" ? "problem" : "error"]: sentence };
    }
    after(started.value.deliver);
    redirect(`/otp/${started.value.challengeId}`);
  });
}

/** Shows the field after re-authentication, else asks for it. */
export async function reauthenticateForPhoneAction(): Promise<void> {
  await reauthenticate("change-phone", "/account/phone");
}

/** Sends the code before the answer: no account is secret here, and a refused number is told at once. */
export async function askForPhoneAction(_previous: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const path = "/account/phone";
  const value = formText(form, "phone");
  return await memberAction<ChangeFormState>({ back: path, onOutage: keeping(value) }, async (session, visitor) => {
    const parsed = registrationSchema(defaultPhoneCountry().code).shape.phone.safeParse(value);
    if (!parsed.success) return { value, error: await describeFieldError(parsed.error) };
    const browser = { challengeKey: await ensureChallengeKey(), visitor };
    const started = await startPhoneChange(session, parsed.data, path, browser);
    if (!started.ok) {
      // The five minutes are over.
      if (started.error === "REAUTHENTICATION_NEEDED") redirect(`${path}?notice=REAUTHENTICATION_ENDED`);
      return { value, error: (await requestTranslations("feedback"))(started.error) };
    }
    const outcome = started.value;
    if (outcome.kind === "SAVED") {
      after(sendDueMails);
      redirect("/account?notice=PHONE_SAVED");
    }
    await outcome.deliver();
    redirect(`/otp/${outcome.challengeId}`);
  });
}

async function reauthenticate(action: ProfileAction, path: "/account/email" | "/account/phone"): Promise<void> {
  await memberAction({ back: path }, async (session) => {
    const { isReauthenticated, needsPasskey } = await readReauthentication(session, action);
    if (isReauthenticated) redirect(path);
    if (needsPasskey) redirect(`${path}?notice=PROFILE_STEP_UP_NEEDED`);
    await leaveForCode(session, action, path);
  });
}

const keeping =
  (value: string) =>
  (problem: string): ChangeFormState => ({ value, problem });
