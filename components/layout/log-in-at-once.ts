import { forgetPasskey, newPasskeyOptions } from "./device-passkeys";

/**
 * Logs in with a passkey of this device, by the dialog that a browser opens only if there is one ("immediate UI mode").
 * Gives the path that follows. Rejects if there is none, or the member closes the dialog.
 */
export async function logInAtOnce(): Promise<string> {
  const options = await newPasskeyOptions();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  // The library does not know this mode yet (MasterKale/SimpleWebAuthn, discussion 762).
  const passkey = await navigator.credentials.get({ publicKey, uiMode: "immediate" } as CredentialRequestOptions);
  const refusal = await post(JSON.stringify(passkey));
  if (refusal === null) return "/home";
  if (refusal === "PASSKEY_UNKNOWN" && passkey !== null) await forgetPasskey(passkey.id);
  return refusal.startsWith("PASSKEY_") ? "/login?notice=PASSKEY_REFUSED" : "/login";
}

/** To NextAuth's endpoint for credentials. Gives its error code, or null for a login. */
async function post(passkey: string): Promise<string | null> {
  const { csrfToken } = await (await fetch("/api/auth/csrf", { cache: "no-store" })).json();
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "X-Auth-Return-Redirect": "1" },
    body: new URLSearchParams({ csrfToken, passkey }),
  });
  const { url } = await answer.json();
  return new URL(url).searchParams.get("code");
}
