import { makeAskingOptions } from "@/lib/passkeys/make-asking-options";
import type { SensitiveAct } from "@/lib/step-up/sensitive-acts";
import type { AskingBrowser } from "./asking-browser";
import { chargeOrRefuse } from "./charge-sending";
import { passkeyCharge } from "./limit-charges";
import { hashKey } from "./secret-key";
import type { LiveSession } from "./session-store";

/**
 * What the browser of this session needs to have one of its owner's passkeys confirm a sensitive act. The challenge is
 * for this browser, this session and this act alone. Throws TooManyRequests.
 */
export async function startPasskeyStepUp(
  session: LiveSession,
  act: SensitiveAct,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
) {
  await chargeOrRefuse([passkeyCharge({ sessionId: session.id })], null, browser.visitor);
  const browserKeyHash = hashKey(browser.challengeKey);
  return await makeAskingOptions({ purpose: "STEP_UP", browserKeyHash, sessionId: session.id, act });
}
