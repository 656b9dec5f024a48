"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import type { ChangeFormState } from "@/app/[locale]/account/change-state";
import { proveBeforeChange } from "@/app/[locale]/account/prove-before-change";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { requireSession } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey } from "@/lib/auth/device/trusted-device";
import { startEmailChange } from "@/lib/auth/profile/change-email";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { loginSchema } from "@/lib/users/login-schema";

const path = "/account/email";

/** Shows the field for a new address after a fresh proof, or asks for that. */
export async function proveBeforeEmailAction(): Promise<void> {
  await proveBeforeChange("change-email", path);
}

/** Sends a code to the new address, and leads to the page that takes it. */
export async function askForEmailAction(_previous: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const session = await requireSession(path);
  const value = formText(form, "email");
  const parsed = loginSchema.safeParse({ email: value });
  if (!parsed.success) return { value, error: await describeFieldError(parsed.error) };
  const browser = { challengeKey: await ensureChallengeKey(), visitor: readVisitor(await headers()) };
  const feedback = await requestTranslations("feedback");
  let started: Awaited<ReturnType<typeof startEmailChange>>;
  try {
    started = await startEmailChange(session, parsed.data.email, path, browser).catch((error) =>
      leaveAtLimit(error, path),
    );
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return { value, problem: feedback("SHOP_UNAVAILABLE") };
  }
  if (!started.ok) {
    // The five minutes are over; the page asks for another proof.
    if (started.error === "PROOF_NEEDED") redirect(`${path}?notice=PROOF_ENDED`);
    const sentence = feedback(started.error);
    return started.error === "MAIL_DOWN" ? { value, problem: sentence } : { value, error: sentence };
  }
  after(started.value.deliver);
  redirect(`/otp/${started.value.challengeId}`);
}
