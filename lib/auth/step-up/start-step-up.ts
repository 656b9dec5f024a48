import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import type { Started } from "@/lib/auth/login/start-login";
import { stepUpCharges } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { makeAskingOptions } from "@/lib/passkeys/verify-passkey";
import type { CodeAction, SensitiveAction } from "@/lib/step-up/sensitive-actions";

/** Sends a new code for a sensitive action, then returns to `returnTo`. Throws TooManyRequests. */
export async function startStepUp(
  session: LiveSession,
  act: CodeAction,
  returnTo: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Started> {
  const { id: userId, email } = session.user;
  const { visitor } = browser;
  await chargeOrRefuse(stepUpCharges(act, userId, hashKey(session.id), email), email, visitor);
  const challenge = await createChallenge(
    { purpose: "STEP_UP", email, returnTo, userId, sessionId: session.id, act },
    { ...browser, trustedKey: null },
  );
  const delivery = { challenge, address: email, mayReceiveCode: true, act, isFirst: true, visitor };
  return { challengeId: challenge.id, deliver: () => deliverCode(delivery) };
}

/** Passkey options bound to this browser, session and action. Writes and charges nothing. */
export async function startPasskeyStepUp(session: LiveSession, act: SensitiveAction, challengeKey: string) {
  const browserKeyHash = hashKey(challengeKey);
  return await makeAskingOptions({ purpose: "STEP_UP", browserKeyHash, sessionId: session.id, act });
}
