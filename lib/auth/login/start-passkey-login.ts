import { hashKey } from "@/lib/crypto/secret-key";
import { makeAskingOptions } from "@/lib/passkeys/make-asking-options";

/**
 * What a browser needs to log somebody in with a passkey, whoever that will be. Writes nothing and is charged to nobody:
 * the login page asks by itself, and a limit here would let a neighbour close the way by passkey (R8).
 */
export async function startPasskeyLogin(challengeKey: string) {
  return await makeAskingOptions({ purpose: "LOGIN", browserKeyHash: hashKey(challengeKey) });
}
