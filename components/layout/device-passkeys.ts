import { type PublicKeyCredentialRequestOptionsJSON, sendSignal } from "@simplewebauthn/browser";

export type PasskeyOptions = PublicKeyCredentialRequestOptionsJSON;

/** After this the shop counts as unreachable. */
const askWithinMs = 15_000;

/** One request at a time over all tabs: a second answer would replace the key of the first. Throws if there is none. */
export async function newPasskeyOptions(): Promise<PasskeyOptions> {
  const signal = AbortSignal.timeout(askWithinMs);
  return await navigator.locks.request("passkey-challenge", { signal }, async () => {
    const answer = await fetch("/api/passkey-challenge", { method: "POST", signal });
    if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
    return await answer.json();
  });
}

/** The device stops offering a passkey that no account has, where the browser can tell it. Never throws. */
export async function forgetPasskey(credentialID: string): Promise<void> {
  await sendSignal({ signalName: "unknownCredential", rpID: window.location.hostname, credentialID }).catch(() => {});
}
