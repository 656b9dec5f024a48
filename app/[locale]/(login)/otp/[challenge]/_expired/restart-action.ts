"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { putProofInWords } from "@/app/[locale]/(login)/put-proof-in-words";
import { findExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import { findChallengeKey, readAskingBrowser } from "@/lib/auth/device/trusted-device";
import { restartChallenge } from "@/lib/auth/login/start-login";
import type { ProofInWords } from "@/lib/bot-check/bot-check-request";
import { formText } from "@/lib/http/field-errors";
import { pathWith } from "@/lib/http/safe-redirect";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { leaveEnded } from "./leave-expired";

export type RestartState = { problem?: string; proof?: ProofInWords };

/** Starts again what an ended request of this browser asked for, and leads to the new code's page. */
export async function restartAction(_previous: RestartState, form: FormData): Promise<RestartState> {
  const endedId = formText(form, "challengeId");
  let started: Awaited<ReturnType<typeof restartChallenge>> | null;
  try {
    const ended = await findExpiredChallenge(endedId, await findChallengeKey());
    const purpose = ended?.purpose === "REGISTER" ? "register" : "login";
    started = ended && (await restartChallenge(ended, await readAskingBrowser(form, purpose)));
  } catch (error) {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, `/otp/${endedId}`));
    if (!isServiceUnavailable(error)) throw error;
    return { problem: (await requestTranslations("feedback"))("SHOP_UNAVAILABLE") };
  }
  if (started?.ok) {
    after(started.value.deliver);
    redirect(`/otp/${started.value.challengeId}`);
  }
  if (started?.error === "PROOF_NEEDED") return { proof: await putProofInWords(started.proof) };
  if (started?.error === "USERNAME_TAKEN") {
    redirect(pathWith("/register", { from: endedId, notice: "USERNAME_TAKEN" }));
  }
  return await leaveEnded("CHALLENGE_ENDED", endedId, null);
}
