import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { enforceSendingLimits, type ProofNeeded } from "@/lib/auth/rate-limit/enforce";
import { ok } from "@/lib/result";

/** A challenge that waits for its code, and the sending that the caller runs after the response. */
export type Started = { challengeId: string; deliver: () => Promise<void> };

/**
 * Starts a login for a canonical email. Known, unknown and disabled addresses do the same work here and get the same
 * challenge; they differ only in what is mailed, after the response.
 * May need a proof, and throws TooManyRequests, as `enforceSendingLimits`.
 */
export async function startLogin(
  request: { email: string; returnTo: string | null },
  browser: AskingBrowser,
): Promise<{ ok: true; value: Started } | ProofNeeded> {
  const charged = await enforceSendingLimits(request.email, browser);
  if (!charged.ok) return charged;
  const challenge = await createChallenge({ purpose: "LOGIN", ...request }, browser);
  const delivery = {
    challenge,
    address: request.email,
    mayReceiveCode: challenge.hasAccount,
    isFirst: true,
    visitor: browser.visitor,
  };
  return ok({ challengeId: challenge.id, deliver: () => deliverCode(delivery) });
}
