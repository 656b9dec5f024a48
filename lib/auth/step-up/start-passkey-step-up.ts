import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { makeAskingOptions } from "@/lib/passkeys/make-asking-options";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";

/**
 * What the browser of this session needs to have one of its owner's passkeys confirm a sensitive act. The challenge is
 * for this browser, this session and this act alone. Writes nothing and is charged to nobody.
 */
export async function startPasskeyStepUp(session: LiveSession, act: SensitiveAct, challengeKey: string) {
  const browserKeyHash = hashKey(challengeKey);
  return await makeAskingOptions({ purpose: "STEP_UP", browserKeyHash, sessionId: session.id, act });
}
