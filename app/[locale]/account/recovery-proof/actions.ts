"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { countTry } from "@/app/[locale]/count-try";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { readRecoveryCode } from "@/lib/auth/recovery-codes/recovery-codes";
import { keepRotatedSession } from "@/lib/auth/session/rotate-session";
import { finishRecoveryStepUp } from "@/lib/auth/step-up/finish-step-up";
import { formText } from "@/lib/http/field-errors";
import { ownPages } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { readProofRequest } from "./proof-request";

export type RecoveryProofState = { attempt: number; codeError?: string };

/** Takes a recovery code as the fresh proof for an act, and leads back to the page of that act. */
export async function confirmByRecoveryCodeAction(
  previous: RecoveryProofState,
  form: FormData,
): Promise<RecoveryProofState> {
  const request = readProofRequest({ act: formText(form, "act"), next: formText(form, "next") });
  if (request === null) redirect("/account");
  const session = await requireSession(request.back);
  // What is called the previous state comes from the visitor, and may be anything.
  const attempt = countTry(previous);
  const code = readRecoveryCode(formText(form, "code", 100));
  const feedback = await requestTranslations("feedback");
  if (code === null) return { attempt, codeError: feedback("RECOVERY_CODE_MALFORMED") };
  const visitor = readVisitor(await headers());
  const finished = await orUnavailable(() => finishRecoveryStepUp({ act: request.act, code }, session, visitor)).catch(
    (error) => leaveAtLimit(error, ownPages.find((page) => page === request.back) ?? "/account"),
  );
  if (!finished.ok) return { attempt, codeError: feedback("RECOVERY_STEP_UP_REFUSED") };
  await keepRotatedSession(session, finished.value.sid);
  after(sendDueMails);
  redirect(request.back);
}
