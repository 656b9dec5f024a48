"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import type { ChangeFormState } from "@/app/[locale]/account/change-state";
import { proveBeforeChange } from "@/app/[locale]/account/prove-before-change";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { requireSession } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey } from "@/lib/auth/device/trusted-device";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { startPhoneChange } from "@/lib/auth/profile/change-phone";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { registrationSchema } from "@/lib/users/registration-schema";

const path = "/account/phone";

/** Shows the field for a number after a fresh proof, or asks for that. */
export async function proveBeforePhoneAction(): Promise<void> {
  await proveBeforeChange("change-phone", path);
}

/**
 * Sends a code to the number, and leads to the page that takes it. The message goes out before that page is shown, and
 * not after the answer as with mail: there is no account to keep secret, and a number that is refused is told at once.
 */
export async function askForPhoneAction(_previous: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const session = await requireSession(path);
  const value = formText(form, "phone");
  const parsed = registrationSchema(defaultPhoneCountry().code).shape.phone.safeParse(value);
  if (!parsed.success) return { value, error: await describeFieldError(parsed.error) };
  const visitor = readVisitor(await headers());
  const browser = { challengeKey: await ensureChallengeKey(), visitor };
  const feedback = await requestTranslations("feedback");
  let started: Awaited<ReturnType<typeof startPhoneChange>>;
  try {
    started = await startPhoneChange(session, parsed.data, path, browser).catch((error) => leaveAtLimit(error, path));
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return { value, problem: feedback("SHOP_UNAVAILABLE") };
  }
  if (!started.ok) {
    // The five minutes are over; the page asks for another proof.
    if (started.error === "PROOF_NEEDED") redirect(`${path}?notice=PROOF_ENDED`);
    return { value, error: feedback(started.error) };
  }
  const outcome = started.value;
  if (outcome.kind === "SAVED") {
    after(sendDueMails);
    redirect("/account?notice=PHONE_SAVED");
  }
  await outcome.deliver();
  redirect(`/otp/${outcome.challengeId}`);
}
