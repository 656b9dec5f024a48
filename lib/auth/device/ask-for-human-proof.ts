import { formText } from "@/lib/http/form-text";
import { chooseProvider } from "@/lib/human-proof/choose-provider";
import { type ProofRequest, proofField, waitTokenField } from "@/lib/human-proof/proof-request";
import type { ProofBearer } from "@/lib/human-proof/provider";
import { issueWaitToken, redeemWaitToken, waitSeconds } from "@/lib/human-proof/wait-token";

/** Turnstile's tokens have up to 2,048 characters, our own responses about 600. */
const longestProof = 4_096;

/**
 * Asks a visitor under suspicion for a proof that they are not one of many machines (R19). Null when the form brings a
 * valid one, which is then used up: go on. Otherwise what the form must show and bring back; nothing was done yet.
 *
 * Whatever goes wrong with the task, the way by waiting stays open. Throws LimitsUnavailable, so that the caller stays
 * closed, when the store of used proofs does not answer.
 */
export async function askForHumanProof(form: FormData, bearer: ProofBearer): Promise<ProofRequest | null> {
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
