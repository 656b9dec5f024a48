import type { ExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import type { ProofNeeded } from "@/lib/auth/rate-limit/enforce";
import { fail, type Result } from "@/lib/result";
import { type Started, startLogin } from "./start-login";
import { startRegistration } from "./start-registration";

/**
 * Asks once more for what an ended challenge asked: same address, same fields, same way back. It is a first request like
 * any other, by the same functions, with all their limits, proofs and equal answers. A step-up starts on its own page
 * only, where the act is confirmed: CHALLENGE_ENDED. Throws TooManyRequests as they do.
 */
export async function restartChallenge(
  ended: ExpiredChallenge,
  browser: AskingBrowser,
): Promise<Result<Started, "USERNAME_TAKEN" | "CHALLENGE_ENDED"> | ProofNeeded> {
  const { purpose, email, registration, returnTo } = ended;
  if (purpose === "LOGIN") return await startLogin({ email, returnTo }, browser);
  return registration === null ? fail("CHALLENGE_ENDED") : await startRegistration(registration, returnTo, browser);
}
