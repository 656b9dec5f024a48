import { messages } from "@/lib/auth/messages";
import { type SensitiveAct, takesCode } from "@/lib/step-up/sensitive-acts";
import { passkeyProofAction, passkeyProofOptionsAction } from "./actions";

/**
 * Has the browser ask for a passkey, and takes its answer as a fresh proof for this act. Null after that, else the
 * sentence that says why not: also where the shop cannot be reached, since an error page would take what was typed. The
 * library comes when it is needed.
 */
export async function confirmByPasskey(act: SensitiveAct): Promise<string | null> {
  try {
    const { browserSupportsWebAuthn, startAuthentication } = await import("@simplewebauthn/browser");
    if (!browserSupportsWebAuthn()) {
      return takesCode(act) ? messages.PASSKEY_PROOF_BY_CODE : messages.PASSKEY_PROOF_UNSUPPORTED;
    }
    const asked = await passkeyProofOptionsAction(act);
    if ("problem" in asked) return asked.problem;
    const answer = await startAuthentication({ optionsJSON: asked.options }).catch(() => null);
    if (answer === null) return messages.PASSKEY_PROOF_NOT_GIVEN;
    return (await passkeyProofAction(act, answer))?.problem ?? null;
  } catch {
    return messages.PASSKEY_PROOF_UNREACHED;
  }
}
