"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveEnded } from "@/app/[locale]/(login)/otp/[challenge]/_expired/leave-expired";
import { putProofInWords } from "@/app/[locale]/(login)/put-proof-in-words";
import { countTry } from "@/app/[locale]/count-try";
import { resendCode } from "@/lib/auth/challenge/resend-code";
import { readAskingBrowser } from "@/lib/auth/device/trusted-device";
import type { ProofInWords } from "@/lib/bot-check/bot-check-request";
import { type CodeChannel, isPhoneChannel } from "@/lib/code-channels";
import { formText } from "@/lib/http/field-errors";
import type { MessageCode } from "@/lib/http/notices";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";
import { requestTranslations } from "@/lib/i18n/request-translations";

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
