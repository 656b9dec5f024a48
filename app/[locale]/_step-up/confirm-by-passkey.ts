import type { Words } from "@/lib/i18n/translator";
import { type SensitiveAct, takesCode } from "@/lib/step-up/sensitive-actions";
import { passkeyProofAction, passkeyProofOptionsAction } from "./actions";
import { orUnreached } from "./or-unreached";

/**
 * Has the browser ask for a passkey, and takes its answer as a fresh proof for this act. Null after that, else the
 * sentence that says why not, also where the shop cannot be reached. The library comes when it is needed.
 */
export async function confirmByPasskey(
  act: SensitiveAct,
  words: Words<"passkeyProof">["form"],
): Promise<string | null> {
  const unreached = { problem: words.unreached };
  const library = await orUnreached(import("@simplewebauthn/browser"), null);
  if (library === null) return words.unreached;
  if (!library.browserSupportsWebAuthn()) return takesCode(act) ? words.unsupportedTakesCode : words.unsupported;
  const asked = await orUnreached(passkeyProofOptionsAction(act), unreached);
  if ("problem" in asked) return asked.problem;
  const answer = await library.startAuthentication({ optionsJSON: asked.options }).catch(() => null);
  if (answer === null) return words.notGiven;
  return (await orUnreached(passkeyProofAction(act, answer), unreached))?.problem ?? null;
}
