import type { Words } from "@/lib/i18n/translator";
import { type SensitiveAct, takesCode } from "@/lib/step-up/sensitive-acts";
import { passkeyProofAction, passkeyProofOptionsAction } from "./actions";

/**
 * Has the browser ask for a passkey, and takes its answer as a fresh proof for this act. Null after that, else the
 * sentence that says why not: also where the shop cannot be reached, since an error page would take what was typed. The
 * library comes when it is needed.
 */
export async function confirmByPasskey(
  act: SensitiveAct,
  words: Words<"passkeyProof">["form"],
): Promise<string | null> {
  try {
    const { browserSupportsWebAuthn, startAuthentication } = await import("@simplewebauthn/browser");
    if (!browserSupportsWebAuthn()) return takesCode(act) ? words.unsupportedTakesCode : words.unsupported;
    const asked = await passkeyProofOptionsAction(act);
    if ("problem" in asked) return asked.problem;
    const answer = await startAuthentication({ optionsJSON: asked.options }).catch(() => null);
    if (answer === null) return words.notGiven;
    return (await passkeyProofAction(act, answer))?.problem ?? null;
  } catch {
    return words.unreached;
  }
}
