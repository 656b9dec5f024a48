import { type ProofRequest, proofField, waitTokenField } from "@/lib/bot-check/bot-check-request";
import { chooseProvider } from "@/lib/bot-check/choose-provider";
import type { ProofBearer } from "@/lib/bot-check/provider";
import { issueWaitToken, redeemWaitToken, waitSeconds } from "@/lib/bot-check/wait-token";
import { formText } from "@/lib/http/form-text";

/** Turnstile's tokens have up to 2,048 characters, our own responses about 600. */
const longestProof = 4_096;

/**
 * Asks a visitor under suspicion for a proof that they are not one of many machines (R19). Null when the form brings a
 * valid one, which is then used up: go on. Otherwise what the form must show and bring back; nothing was done yet.
 *
 * Whatever goes wrong with the task, the way by waiting stays open. Throws LimitsUnavailable, so that the caller stays
 * closed, when the store of used proofs does not answer.
 */
export async function askForBotCheck(form: FormData, bearer: ProofBearer): Promise<ProofRequest | null> {
  const provider = chooseProvider();
  const response = formText(form, proofField, longestProof);
  if (response !== "" && (await provider.verify(response, bearer)).ok) return null;

  const token = formText(form, waitTokenField);
  const waited = token === "" ? null : await redeemWaitToken(token, bearer);
  if (waited?.state === "accepted") return null;

  const task = await provider.issue(bearer);
  // The minute does not start again for a visitor who comes early.
  if (waited?.state === "early") return { task, waitToken: token, waitSeconds: waited.secondsLeft };
  const freeInSeconds = waited?.state === "crowded" ? waited.secondsLeft : 0;
  return { task, waitToken: issueWaitToken(bearer), waitSeconds: Math.max(waitSeconds, freeInSeconds) };
}
