"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { putProofInWords } from "@/app/[locale]/(login)/put-proof-in-words";
import { requireSession } from "@/lib/auth/access-rules";
import { alertEmailMoved, alertProfileChange } from "@/lib/auth/alert-profile-change";
import { readAskingBrowser } from "@/lib/auth/asking-browser";
import { findChallengeKey } from "@/lib/auth/browser-key";
import { defaultPhoneCountry } from "@/lib/auth/default-phone-country";
import { describeFault } from "@/lib/auth/describe-fault";
import type { FinishedLogin } from "@/lib/auth/finish-challenge";
import { finishEmailChange } from "@/lib/auth/finish-email-change";
import { finishPhoneChange } from "@/lib/auth/finish-phone-change";
import { finishStepUp } from "@/lib/auth/finish-step-up";
import { formText } from "@/lib/auth/form-text";
import { readLoginCredentials } from "@/lib/auth/login-credentials";
import type { MessageCode } from "@/lib/auth/messages";
import { type LogInError, logIn } from "@/lib/auth/next-auth";
import { pathWith } from "@/lib/auth/path-with";
import type { ProveError } from "@/lib/auth/prove-challenge";
import { resendCode } from "@/lib/auth/resend-code";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { isServiceUnavailable } from "@/lib/auth/service-unavailable";
import type { LiveSession } from "@/lib/auth/session-store";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/auth/too-many-requests";
import { readVisitor, type Visitor } from "@/lib/auth/visitor";
import { type CodeChannel, isPhoneChannel } from "@/lib/code-channels";
import type { ProofInWords } from "@/lib/human-proof/proof-request";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { fail, ok, type Result } from "@/lib/result";
import { registrationSchema } from "@/lib/users/registration-schema";
import { leaveEnded } from "./leave-ended";

export type OtpFormState = {
  /** Counts the tries, so that the form can tell one wrong code from the next. */
  attempt: number;
  codeError?: string;
  problem?: string;
};

/** Checks the code by way of NextAuth, and leads on to where the visitor wanted to go. */
export async function verifyCodeAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  const challengeId = formText(form, "challengeId");
  const next = safePath(formText(form, "next"));
  const finished = await logIn({ challengeId, code: formText(form, "code") }).catch(leaveAtLimit(challengeId));
  if (finished.ok) leadOn(finished.value, next);
  if (finished.error === "ACCOUNT_LEAVING") redirect(`/undo-deletion/${finished.keepToken}`);
  return (
    (await stayWith(finished.error, countTry(previous), mailedFaults)) ??
    leaveOrChooseAgain(finished.error, challengeId, next)
  );
}

/** Checks the code that a sensitive act asked for; nobody is logged in by it. */
export async function confirmStepUpAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  return await confirmInSession(previous, form, "/account", mailedFaults, async (attempt, session, key, visitor) => {
    const finished = await finishStepUp(attempt, session, key, visitor);
    return finished.ok ? ok(safePath(formText(form, "next")) ?? "/account") : finished;
  });
}

/** Checks the code that went to an account's new address, and moves the account there. */
export async function confirmEmailAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  const path = "/account/email";
  return await confirmInSession(previous, form, path, mailedFaults, async (attempt, session, key, visitor) => {
    const moved = await finishEmailChange(attempt, session, key, visitor);
    if (!moved.ok) return moved.error === "EMAIL_TAKEN" ? ok(`${path}?notice=${moved.error}`) : fail(moved.error);
    after(() => alertEmailMoved(moved.value, visitor));
    return ok("/account/sessions?notice=EMAIL_CHANGED");
  });
}

/** Checks the code that went to a phone, and gives the account its number. */
export async function confirmPhoneAction(previous: OtpFormState, form: FormData): Promise<OtpFormState> {
  const path = "/account/phone";
  return await confirmInSession(previous, form, path, textedFaults, async (attempt, session, key, visitor) => {
    const changed = await finishPhoneChange(attempt, session, key, visitor);
    if (!changed.ok)
      return changed.error === "PHONE_TAKEN" ? ok(`${path}?notice=${changed.error}`) : fail(changed.error);
    after(() => alertProfileChange(changed.value, session.user, visitor));
    return ok("/account?notice=PHONE_CHANGED");
  });
}

/** `finish` gives where to go after a code that was right; a request that is over leads back to where it began. */
async function confirmInSession(
  previous: OtpFormState,
  form: FormData,
  path: string,
  faults: CodeFaults,
  finish: (
    attempt: { challengeId: string; code: string },
    session: LiveSession,
    challengeKey: string | null,
    visitor: Visitor,
  ) => Promise<Result<string, ProveError>>,
): Promise<OtpFormState> {
  const attempt = countTry(previous);
  const back = safePath(formText(form, "next")) ?? path;
  const session = await requireSession(back);
  const challengeId = formText(form, "challengeId");
  const fields = { challengeId, code: formText(form, "code") };
  const read = readLoginCredentials(fields, defaultPhoneCountry().code);
  const feedback = await requestTranslations("feedback");
  if (!read.ok || !("code" in read.value)) return { attempt, codeError: feedback(faults.CODE_MALFORMED) };
  let finished: Awaited<ReturnType<typeof finish>>;
  try {
    const visitor = readVisitor(await headers());
    finished = await finish(read.value, session, await findChallengeKey(), visitor).catch(leaveAtLimit(challengeId));
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return { attempt, problem: feedback("SHOP_UNAVAILABLE") };
  }
  if (finished.ok) redirect(finished.value);
  if (finished.error === "CHALLENGE_FINISHED") redirect(back);
  const stay = await stayWith(finished.error, attempt, faults);
  return stay ?? redirect(pathWith(back, { notice: "STEP_UP_ENDED" }));
}

/** What is said to a code that is wrong or none, by where it was sent. */
type CodeFaults = Record<"CODE_REJECTED" | "CODE_MALFORMED", MessageCode>;
const mailedFaults: CodeFaults = { CODE_REJECTED: "CODE_REJECTED", CODE_MALFORMED: "CODE_MALFORMED" };
const textedFaults: CodeFaults = { CODE_REJECTED: "PHONE_CODE_REJECTED", CODE_MALFORMED: "PHONE_CODE_MALFORMED" };

/** What the page says to a code that may be tried again; null where the request is over. */
async function stayWith(error: LogInError, attempt: number, faults: CodeFaults): Promise<OtpFormState | null> {
  const feedback = await requestTranslations("feedback");
  switch (error) {
    case "CODE_REJECTED":
    case "CODE_MALFORMED":
      return { attempt, codeError: feedback(faults[error]) };
    case "PROVIDER_UNAVAILABLE":
    case "PROVIDER_SILENT":
    case "SHOP_UNAVAILABLE":
      return { attempt, problem: feedback(error) };
    default:
      return null;
  }
}

/** The code page keeps the way back by itself. */
function leaveAtLimit(challengeId: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, `/otp/${challengeId}`));
    throw error;
  };
}

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
      describeFault(parsed.error, "username"),
      describeFault(parsed.error, "phone"),
    ]);
    return { values, errors: { username, phone } };
  }
  const challengeId = formText(form, "challengeId");
  const next = safePath(formText(form, "next"));
  const finished = await logIn({ challengeId, ...values }).catch(leaveAtLimit(challengeId));
  if (finished.ok) leadOn(finished.value, next);
  if (finished.error === "ACCOUNT_LEAVING") redirect(`/undo-deletion/${finished.keepToken}`);
  const feedback = await requestTranslations("feedback");
  if (finished.error === "USERNAME_TAKEN") return { values, errors: { username: feedback(finished.error) } };
  if (finished.error === "PHONE_TAKEN") return { values, errors: { phone: feedback(finished.error) } };
  if (finished.error === "SHOP_UNAVAILABLE") return { values, errors: {}, problem: feedback(finished.error) };
  return await leaveEnded(finished.error, challengeId, next);
}

export type ResendFormState = {
  attempt: number;
  resendInSeconds: number | null;
  /** So many messages were asked for, as far as the page knows. */
  sends: number;
  /** By which the proof's request goes on. */
  channel?: CodeChannel;
  message?: string;
  tone?: "info" | "danger";
  proof?: ProofInWords;
};

/** Sends the same code again, or another by phone, if it is time. */
export async function resendCodeAction(previous: ResendFormState, form: FormData): Promise<ResendFormState> {
  const attempt = countTry(previous);
  const sends = wholeNumber(previous?.sends);
  const feedback = await requestTranslations("feedback");
  const wanted = formText(form, "channel");
  const channel = isPhoneChannel(wanted) ? wanted : "email";
  const challengeId = formText(form, "challengeId");
  try {
    const resent = await resendCode(challengeId, await readAskingBrowser(form, "resend"), channel);
    if (resent.ok) {
      const { deliver, resendInSeconds, isPhone } = resent.value;
      after(deliver);
      const message = feedback(isPhone ? "PHONE_CODE_SENT_AGAIN" : sentMessages[resent.value.channel]);
      return { attempt, resendInSeconds, sends: resent.value.sends, message, tone: "info" };
    }
    if (resent.error === "PROOF_NEEDED") {
      return { attempt, resendInSeconds: 0, sends, channel, proof: await putProofInWords(resent.proof) };
    }
    if (resent.error === "RESENDS_SPENT") return { attempt, resendInSeconds: null, sends };
    if (resent.error === "RESEND_TOO_EARLY") {
      const resendInSeconds = wholeNumber(previous?.resendInSeconds);
      return { attempt, resendInSeconds, sends, message: feedback("RESEND_TOO_EARLY"), tone: "danger" };
    }
  } catch (error) {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, `/otp/${challengeId}`));
    if (!isServiceUnavailable(error)) throw error;
    return { attempt, resendInSeconds: 0, sends, message: feedback("SHOP_UNAVAILABLE"), tone: "danger" };
  }
  return await leaveEnded("CHALLENGE_ENDED", challengeId, null);
}

/** The same for everybody who asks by this channel, with a phone or without. */
const sentMessages = {
  email: "CODE_SENT_AGAIN",
  sms: "CODE_BY_TEXT",
  whatsapp: "CODE_BY_WHATSAPP",
  call: "CODE_BY_CALL",
} as const satisfies Record<CodeChannel, MessageCode>;

/** What the page was showing; the server knows and enforces the real numbers in any case. */
function wholeNumber(shown: unknown): number {
  return Number.isSafeInteger(shown) ? Number(shown) : 0;
}

/** What is called the previous state comes from the visitor, and may be anything. */
function countTry(previous: { attempt?: unknown } | null | undefined): number {
  return Number.isSafeInteger(previous?.attempt) ? Number(previous?.attempt) + 1 : 1;
}

function leadOn(login: FinishedLogin, next: string | null): never {
  if (login.outcome === "HAD_ACCOUNT") redirect(pathWith("/account", { notice: "HAD_ACCOUNT", next }));
  redirect(next ?? defaultDestination);
}

async function leaveOrChooseAgain(error: LogInError, challengeId: string, next: string | null): Promise<never> {
  if (error === "USERNAME_TAKEN" || error === "PHONE_TAKEN") redirect(`/otp/${challengeId}`);
  return await leaveEnded(error, challengeId, next);
}
