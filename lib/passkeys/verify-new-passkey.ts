import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { readPasskeyChallenge } from "./passkey-challenge";
import { findSignedChallenge, isWithoutCertificates, newPasskeyResponseSchema } from "./passkey-response";
import { highestCounter } from "./passkey-use";
import { relyingParty } from "./relying-party";
import type { AnsweredChallenge } from "./spend-passkey-challenge";

/** A passkey that was made just now, as its row will hold it. */
export type NewPasskey = {
  credentialID: string;
  credentialPublicKey: string;
  counter: number;
  credentialDeviceType: string;
  credentialBackedUp: boolean;
  transports: string | null;
};

/** With the challenge that it answered, which is still to be used up. */
export type VerifiedNewPasskey = { passkey: NewPasskey; answered: AnsweredChallenge };

/**
 * Checks what a browser says it has made (WebAuthn section 7.1): for our origin, on a challenge of this session and this
 * browser, and with the person verified. Changes nothing: whoever adds the passkey uses the challenge up with it.
 */
export async function verifyNewPasskey(
  answer: unknown,
  asker: { browserKeyHash: string; sessionId: string },
): Promise<Result<VerifiedNewPasskey, "PASSKEY_NOT_MADE">> {
  const parsed = newPasskeyResponseSchema.safeParse(answer);
  const challenge = parsed.success ? findSignedChallenge(parsed.data.response.clientDataJSON) : null;
  if (!parsed.success || challenge === null) return fail("PASSKEY_NOT_MADE");
  const expiresAt = readPasskeyChallenge(challenge, { purpose: "ADD", ...asker });
  if (expiresAt === null) return fail("PASSKEY_NOT_MADE");
  if (!isWithoutCertificates(parsed.data.response.attestationObject)) return fail("PASSKEY_NOT_MADE");

  const { id, origin } = relyingParty();
  const { transports, ...response } = parsed.data.response;
  const verified = await verifyRegistrationResponse({
    response: { ...parsed.data, response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch((error) => {
    logEvent("warn", "passkey_not_made", describeError(error));
    return { verified: false } as const;
  });
  if (!verified.verified) return fail("PASSKEY_NOT_MADE");
  const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
  if (credential.counter > highestCounter) return fail("PASSKEY_NOT_MADE");
  // The library takes the signed id as it is; the other one was checked for its length, which an index has to hold.
  if (credential.id !== parsed.data.id) return fail("PASSKEY_NOT_MADE");
  const passkey = {
    credentialID: credential.id,
    credentialPublicKey: Buffer.from(credential.publicKey).toString("base64"),
    counter: credential.counter,
    credentialDeviceType,
    credentialBackedUp,
    transports: transports?.join(",") ?? null,
  };
  return ok({ passkey, answered: { challenge, expiresAt } });
}
