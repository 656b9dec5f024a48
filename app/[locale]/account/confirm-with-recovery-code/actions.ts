"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { readRecoveryCodeRequest } from "@/app/[locale]/_step-up/step-up-method";
import { requireSession } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { readRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { keepRotatedSession } from "@/lib/auth/session/rotate-session";
import { finishRecoveryStepUp } from "@/lib/auth/step-up/finish-step-up";
import { countAttempt, formAction } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import { ownPages } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";

export type RecoveryCodeState = { attempt: number; codeError?: string };

/** Re-authenticates by recovery code, then returns to the page. */
export async function confirmByRecoveryCodeAction(
  previous: RecoveryCodeState,
  form: FormData,
): Promise<RecoveryCodeState> {
  const request = readRecoveryCodeRequest({ act: formText(form, "act"), next: formText(form, "next") });
  if (request === null) redirect("/account");
  const attempt = countAttempt(previous);
  const back = ownPages.find((page) => page === request.back) ?? "/account";
  return await formAction({ back }, async () => {
    const session = await requireSession(request.back);
    const code = readRecoveryCode(formText(form, "code", 100));
    const feedback = await requestTranslations("feedback");
    if (code === null) return { attempt, codeError: feedback("RECOVERY_CODE_MALFORMED") };
    const visitor = readVisitor(await headers());
    const finished = await finishRecoveryStepUp({ act: request.act, code }, session, visitor);
    if (!finished.ok) return { attempt, codeError: feedback("RECOVERY_STEP_UP_REFUSED") };
    await keepRotatedSession(session, finished.value.sid);
    after(sendDueMails);
    redirect(request.back);
  });
}
