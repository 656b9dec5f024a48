import type { CodeAct } from "@/lib/step-up/sensitive-acts";
import type { AskingBrowser } from "./asking-browser";
import { chargeOrRefuse } from "./charge-sending";
import { createChallenge } from "./create-challenge";
import { deliverCode } from "./deliver-code";
import { stepUpCharges } from "./limit-charges";
import { hashKey } from "./secret-key";
import type { LiveSession } from "./session-store";
import type { Started } from "./start-login";

/**
 * Asks the owner of a session for a fresh code before a sensitive act, and comes back to `returnTo` after it. The code
 * is a new one: what was mailed for a login confirms nothing. Throws TooManyRequests.
 */
export async function startStepUp(
  session: LiveSession,
  act: CodeAct,
  returnTo: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Started> {
  const { id: userId, email } = session.user;
  const { visitor } = browser;
  await chargeOrRefuse(stepUpCharges(act, userId, hashKey(session.id), email), email, visitor);
  const challenge = await createChallenge(
    { purpose: "STEP_UP", email, returnTo, userId, sessionId: session.id, act },
    { ...browser, knownKey: null },
  );
  const delivery = { challenge, address: email, mayReceiveCode: true, act, isFirst: true, visitor };
  return { challengeId: challenge.id, deliver: () => deliverCode(delivery) };
}
