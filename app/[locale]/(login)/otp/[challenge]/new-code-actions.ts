"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { describeBotCheck } from "@/app/[locale]/(login)/describe-bot-check";
import { findExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import { resendCode } from "@/lib/auth/challenge/resend-code";
import { readAskingBrowser } from "@/lib/auth/device/asking-browser";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import { restartChallenge } from "@/lib/auth/login/start-login";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";
import { type CodeChannel, isPhoneChannel } from "@/lib/code-channels";
import { countAttempt, formAction } from "@/lib/http/form-action";
import { formText } from "@/lib/http/form-text";
import type { MessageCode } from "@/lib/http/notices";
import { pathWith } from "@/lib/http/safe-redirect";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { leaveExpired } from "./next-page";

export type ResendFormState = {
  attempt: number;
  resendInSeconds: number | null;
  /** As far as the page knows. */
  sends: number;
  /** Kept across the bot check. */
  channel?: CodeChannel;
  message?: string;
  tone?: "info" | "danger";
  proof?: BotCheckInWords;
};

export async function resendCodeAction(previous: ResendFormState, form: FormData): Promise<ResendFormState> {
  const attempt = countAttempt(previous);
  const sends = wholeNumber(previous?.sends);
  const feedback = await requestTranslations("feedback");
  const wanted = formText(form, "channel");
  const channel = isPhoneChannel(wanted) ? wanted : "email";
  const challengeId = formText(form, "challengeId");
  const onOutage = (message: string) => ({ attempt, resendInSeconds: 0, sends, message, tone: "danger" as const });
  return await formAction<ResendFormState>({ back: `/otp/${challengeId}`, onOutage }, async () => {
    const resent = await resendCode(challengeId, await readAskingBrowser(form, "resend"), channel);
    if (resent.ok) {
      const { deliver, resendInSeconds, isPhone } = resent.value;
      after(deliver);
      const message = feedback(isPhone ? "PHONE_CODE_SENT_AGAIN" : sentMessages[resent.value.channel]);
      return { attempt, resendInSeconds, sends: resent.value.sends, message, tone: "info" };
    }
    if (resent.error === "BOT_CHECK_NEEDED") {
      return { attempt, resendInSeconds: 0, sends, channel, proof: await describeBotCheck(resent.proof) };
    }
    if (resent.error === "RESENDS_SPENT") return { attempt, resendInSeconds: null, sends };
    if (resent.error === "RESEND_TOO_EARLY") {
      const resendInSeconds = wholeNumber(previous?.resendInSeconds);
      return { attempt, resendInSeconds, sends, message: feedback("RESEND_TOO_EARLY"), tone: "danger" };
    }
    return await leaveExpired("CHALLENGE_ENDED", challengeId, null);
  });
}

/** The same with and without a phone. */
const sentMessages = {
  email: "CODE_SENT_AGAIN",
  sms: "CODE_BY_TEXT",
  whatsapp: "CODE_BY_WHATSAPP",
  call: "CODE_BY_CALL",
} as const satisfies Record<CodeChannel, MessageCode>;

/** The server has the real numbers. */
function wholeNumber(shown: unknown): number {
  return Number.isSafeInteger(shown) ? Number(shown) : 0;
}

export type RestartState = { problem?: string; proof?: BotCheckInWords };

/** Repeats an expired challenge. */
export async function restartAction(_previous: RestartState, form: FormData): Promise<RestartState> {
  const endedId = formText(form, "challengeId");
  const options = { back: `/otp/${endedId}`, onOutage: (problem: string) => ({ problem }) } as const;
  return await formAction<RestartState>(options, async () => {
    const ended = await findExpiredChallenge(endedId, await findChallengeKey());
    const purpose = ended?.purpose === "REGISTER" ? "register" : "login";
    const started = ended && (await restartChallenge(ended, await readAskingBrowser(form, purpose)));
    if (started?.ok) {
      after(started.value.deliver);
      redirect(`/otp/${started.value.challengeId}`);
    }
    if (started?.error === "BOT_CHECK_NEEDED") return { proof: await describeBotCheck(started.proof) };
    if (started?.error === "USERNAME_TAKEN") {
      redirect(pathWith("/register", { from: endedId, notice: "USERNAME_TAKEN" }));
    }
    return await leaveExpired("CHALLENGE_ENDED", endedId, null);
  });
}
