"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { describeBotCheck } from "@/app/[locale]/(login)/describe-bot-check";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { replaceVoidCode } from "@/lib/auth/challenge/resend-code";
import type { VerifyCodeError } from "@/lib/auth/challenge/verify-code";
import { readAskingBrowser, readBotCheckOf } from "@/lib/auth/device/asking-browser";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import type { Browser } from "@/lib/auth/login/complete-login";
import { readLoginCredentials } from "@/lib/auth/login/login-credentials";
import { type LogInError, logIn } from "@/lib/auth/next-auth";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { finishEmailChange } from "@/lib/auth/profile/change-email";
import { finishPhoneChange } from "@/lib/auth/profile/change-phone";
import type { BotCheckNeeded } from "@/lib/auth/rate-limit/enforce";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import { keepRotatedSession, keepSessionAfterSecondPress } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { finishStepUp } from "@/lib/auth/step-up/finish-step-up";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";
import { describeFieldErrors } from "@/lib/http/field-errors";
import { countAttempt, formAction } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import type { MessageCode } from "@/lib/http/notices";
import { pathWith, safePath } from "@/lib/http/safe-redirect";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { fail, ok, type Result } from "@/lib/result";
import { longestPaste } from "@/lib/typed-text";
import { registrationSchema } from "@/lib/users/registration-schema";
import { leadOn, leaveExpired } from "./next-page";

export type OtpFormState = {
  /** Tells one wrong code from the next. */
  attempt: number;
  codeError?: string;
  problem?: string;
  proof?: BotCheckInWords;
};

/** Checks a login code, then redirects. */
export async function verifyCodeAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  const challengeId = formText(form, "challengeId");
  const next = safePath(formText(form, "next"));
  const finished = await formAction({ back: `/otp/${challengeId}` }, () =>
    logIn({ challengeId, code: formText(form, "code", longestPaste) }, form),
  );
  if (finished.ok) leadOn(finished.value, next);
  if (finished.error === "ACCOUNT_PENDING_DELETION") return await leadToMailedLink("undo-deletion", finished.keepToken);
  if (finished.error === "BOT_CHECK_NEEDED")
    return { attempt: countAttempt(previous), proof: await describeBotCheck(finished.proof) };
  return (
    (await stayWith(finished.error, countAttempt(previous), mailedCodeErrors, form)) ??
    leaveOrChooseAgain(finished.error, challengeId, next)
  );
}

/** Checks the code of a sensitive action. */
export async function confirmStepUpAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  return await confirmInSession(previous, form, stepUp, async (attempt, session, browser, visitor) => {
    const finished = await finishStepUp(attempt, session, browser.challengeKey, visitor);
    if (!finished.ok) return finished;
    await keepRotatedSession(session, finished.value.sid);
    return ok(safePath(formText(form, "next")) ?? "/account");
  });
}

/** Checks the code to a new address, and moves the account. */
export async function confirmEmailAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  const path = "/account/email";
  return await confirmInSession(previous, form, { path, ...newAddress }, async (attempt, session, browser, visitor) => {
    const moved = await finishEmailChange(attempt, session, browser, visitor);
    if (!moved.ok) {
      if (moved.error === "BOT_CHECK_NEEDED") return moved;
      const { error } = moved;
      return error === "EMAIL_TAKEN" || error === "EMAIL_KEPT" ? ok(`${path}?notice=${error}`) : fail(error);
    }
    const { sid, state } = moved.value;
    await keepRotatedSession(session, sid);
    after(sendDueMails);
    if (state === "MOVED") return ok("/account/review?notice=EMAIL_CHANGED");
    return ok(state === "WAITING" ? path : `${path}?notice=${state}`);
  });
}

/** Checks the code to a phone, and saves the phone. */
export async function confirmPhoneAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  const path = "/account/phone";
  return await confirmInSession(previous, form, { path, ...newNumber }, async (attempt, session, browser, visitor) => {
    const changed = await finishPhoneChange(attempt, session, browser, visitor);
    if (!changed.ok) {
      if (changed.error === "BOT_CHECK_NEEDED") return changed;
      return changed.error === "PHONE_TAKEN" ? ok(`${path}?notice=${changed.error}`) : fail(changed.error);
    }
    await keepRotatedSession(session, changed.value.sid);
    after(sendDueMails);
    return ok("/account?notice=PHONE_CHANGED");
  });
}

/** `finish` gives the next page; an expired request leads back to its start. */
async function confirmInSession(
  previous: OtpFormState,
  form: FormData,
  { path, errors, endedNotice }: Ask,
  finish: (
    attempt: { challengeId: string; code: string },
    session: LiveSession,
    browser: Pick<Browser, "challengeKey" | "askForBotCheck">,
    visitor: Visitor,
  ) => Promise<Result<string, VerifyCodeError> | BotCheckNeeded>,
): Promise<OtpFormState> {
  const attempt = countAttempt(previous);
  const back = safePath(formText(form, "next")) ?? path;
  const challengeId = formText(form, "challengeId");
  const isSecondPress = async () =>
    (await findCurrentSession()) === null && (await keepSessionAfterSecondPress(challengeId));
  if (await orUnavailable(isSecondPress)) redirect(back);
  const session = await requireSession(back);
  const fields = { challengeId, code: formText(form, "code", longestPaste) };
  const read = readLoginCredentials(fields, defaultPhoneCountry().code);
  const feedback = await requestTranslations("feedback");
  if (!read.ok || !("code" in read.value)) return { attempt, codeError: feedback(errors.CODE_MALFORMED) };
  const code = read.value;
  const options = { back: `/otp/${challengeId}`, onOutage: (problem: string) => ({ attempt, problem }) } as const;
  return await formAction<OtpFormState>(options, async () => {
    const visitor = readVisitor(await headers());
    const challengeKey = await findChallengeKey();
    const askForBotCheck = readBotCheckOf(form, { purpose: "code", browserKey: challengeKey ?? "", ip: visitor.ip });
    const finished = await finish(code, session, { challengeKey, askForBotCheck }, visitor);
    if (finished.ok) redirect(finished.value);
    if (finished.error === "CHALLENGE_FINISHED") redirect(back);
    if (finished.error === "BOT_CHECK_NEEDED") return { attempt, proof: await describeBotCheck(finished.proof) };
    const stay = await stayWith(finished.error, attempt, errors, form);
    return stay ?? redirect(pathWith(back, { notice: endedNotice }));
  });
}

/** Replaces a code that other requests ended; false if the person has to ask. */
async function sendReplacement(form: FormData): Promise<boolean> {
  try {
    const replaced = await replaceVoidCode(formText(form, "challengeId"), await readAskingBrowser(form, "resend"));
    if (replaced?.ok) after(replaced.value.deliver);
    return replaced === null || replaced.ok;
  } catch (error) {
    if (error instanceof TooManyRequests || isServiceUnavailable(error)) return false;
    throw error;
  }
}

type CodeErrors = Record<"CODE_REJECTED" | "CODE_MALFORMED", MessageCode>;
const mailedCodeErrors: CodeErrors = { CODE_REJECTED: "CODE_REJECTED", CODE_MALFORMED: "CODE_MALFORMED" };
const textedCodeErrors: CodeErrors = { CODE_REJECTED: "PHONE_CODE_REJECTED", CODE_MALFORMED: "PHONE_CODE_MALFORMED" };

type Ask = { path: string; errors: CodeErrors; endedNotice: MessageCode };
const stepUp: Ask = { path: "/account", errors: mailedCodeErrors, endedNotice: "STEP_UP_ENDED" };
const newAddress = { errors: mailedCodeErrors, endedNotice: "CHANGE_CODE_ENDED" } as const;
const newNumber = { errors: textedCodeErrors, endedNotice: "CHANGE_CODE_ENDED" } as const;

/** The state for another try; null if the request is over. */
async function stayWith(
  error: LogInError,
  attempt: number,
  errors: CodeErrors,
  form: FormData,
): Promise<OtpFormState | null> {
  const feedback = await requestTranslations("feedback");
  switch (error) {
    case "CODE_VOID":
      return { attempt, problem: feedback((await sendReplacement(form)) ? "CODE_REPLACED" : "CODE_VOID") };
    case "CODE_REJECTED":
    case "CODE_MALFORMED":
      return { attempt, codeError: feedback(errors[error]) };
    case "PROVIDER_UNAVAILABLE":
    case "PROVIDER_SILENT":
    case "SHOP_UNAVAILABLE":
      return { attempt, problem: feedback(error) };
    default:
      return null;
  }
}

async function leaveOrChooseAgain(error: LogInError, challengeId: string, next: string | null): Promise<never> {
  if (error === "USERNAME_TAKEN" || error === "PHONE_TAKEN") redirect(`/otp/${challengeId}`);
  return await leaveExpired(error, challengeId, next);
}

export type ChooseAgainState = {
  values: { username: string; phone: string };
  errors: { username?: string | undefined; phone?: string | undefined };
  problem?: string;
};

/** Completes a verified registration with another choice for a taken field. */
export async function chooseAgainAction(_previous: ChooseAgainState, form: FormData): Promise<ChooseAgainState> {
  const values = { username: formText(form, "username"), phone: formText(form, "phone") };
  const parsed = registrationSchema(defaultPhoneCountry().code).pick({ username: true, phone: true }).safeParse(values);
  if (!parsed.success) return { values, errors: await describeFieldErrors(parsed.error, ["username", "phone"]) };
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
