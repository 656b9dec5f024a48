import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { createPasskeyChallenge, type PasskeyAsker, passkeyChallengeLifeMs } from "./passkey-challenge";
import { relyingParty } from "./relying-party";

/**
 * What a browser needs to have a challenge signed. It names no passkey, so it is the same for everybody and tells of
 * nobody whether they have one (WebAuthn section 14.6.2); the browser itself shows those that it holds.
 */
export async function makeAskingOptions(asker: Exclude<PasskeyAsker, { purpose: "ADD" }>) {
  return await generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: createPasskeyChallenge(asker),
    timeout: passkeyChallengeLifeMs,
    userVerification: "required",
    allowCredentials: [],
  });
}
