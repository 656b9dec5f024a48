import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from "@simplewebauthn/server/helpers";
import { z } from "zod";

// Far above what an authenticator sends; a form of the shop takes 100 kB.
const base64url = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[A-Za-z0-9_-]+$/);

// A credential's id has 1,023 bytes at most (WebAuthn section 4).
const credentialId = base64url(1_364);

const credential = { id: credentialId, rawId: credentialId, type: z.literal("public-key") };
const clientDataJSON = base64url(8_000);

/** A browser's answer to the wish for a new passkey. Fields that nobody here reads are dropped. */
export const newPasskeyResponseSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    attestationObject: base64url(40_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});

/** A browser's answer to a challenge, signed by a passkey. */
export const passkeyResponseSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url(8_000),
    signature: base64url(8_000),
    // Required here: the shop asks for no passkey by its id, so each must say whose it is.
    userHandle: base64url(88),
  }),
});

// A page of ours is in no frame, so no outermost page is named either (WebAuthn section 7.1, steps 10 and 11).
const clientDataSchema = z.object({
  challenge: base64url(200),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
});

/** The challenge that a browser says was signed; null if it says none, or was asked from inside another site's page. */
export function findSignedChallenge(clientData: string): string | null {
  try {
    return clientDataSchema.parse(decodeClientDataJSON(clientData)).challenge;
  } catch {
    return null;
  }
}

/**
 * Whether a new passkey comes with nobody's word but its own: what browsers pass on when no attestation is asked for
 * (WebAuthn section 5.1.3). For the rest the library would walk certificates that anybody can write, and fetch the lists
 * of revocations that they name: a member could have the server call any address, in our own network too.
 */
export function isWithoutCertificates(attestationObject: string): boolean {
  try {
    const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const format = attestation.get("fmt");
    return format === "none" || (format === "packed" && attestation.get("attStmt").get("x5c") === undefined);
  } catch {
    return false;
  }
}
