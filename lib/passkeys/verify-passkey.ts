import { PrismaAdapter } from "@auth/prisma-adapter";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { db } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import { type PasskeyAsker, readPasskeyChallenge } from "./passkey-challenge";
import { findSignedChallenge, passkeyResponseSchema } from "./passkey-response";
import { highestCounter, type VerifiedPasskey } from "./passkey-use";
import { recordRefusedPasskey } from "./record-refused-passkey";
import { relyingParty } from "./relying-party";
import { spendPasskeyChallenge } from "./spend-passkey-challenge";
import { isHandleOf } from "./user-handle";

/**
 * Checks a browser's answer to a challenge (WebAuthn section 7.2): one of this asker, signed for our origin by a
 * passkey that we know, with the person verified, and naming that passkey's owner. A good signature uses the challenge
 * up, whatever becomes of it then; a bad one changes nothing. Every failure is the same to whoever asked; the audit
 * trail has the reason where a challenge of ours was answered.
 */
export async function verifyPasskey(
  answer: unknown,
  asker: Exclude<PasskeyAsker, { purpose: "ADD" }>,
  visitor: { ip: string | null; userAgent: string | null },
): Promise<Result<VerifiedPasskey, "PASSKEY_REFUSED">> {
  const parsed = passkeyResponseSchema.safeParse(answer);
  const challenge = parsed.success ? findSignedChallenge(parsed.data.response.clientDataJSON) : null;
  if (!parsed.success || challenge === null) return fail("PASSKEY_REFUSED");
  const expiresAt = readPasskeyChallenge(challenge, asker);
  if (expiresAt === null) return fail("PASSKEY_REFUSED");

  const { getAuthenticator } = PrismaAdapter(db() as Parameters<typeof PrismaAdapter>[0]);
  if (!getAuthenticator) throw new Error("@auth/prisma-adapter has no getAuthenticator");
  const passkey = await getAuthenticator(parsed.data.id);
  const refuse = async (reason: string) => {
    const { ip, userAgent } = visitor;
    await recordRefusedPasskey({
      name: "passkey_rejected",
      subjectId: passkey?.userId ?? null,
      ip,
      userAgent,
      details: { reason, purpose: asker.purpose },
    });
    return fail("PASSKEY_REFUSED");
  };
  if (passkey === null) return await refuse("unknown passkey");
  if (!isHandleOf(parsed.data.response.userHandle, passkey.userId)) return await refuse("another user's name");

  const { id, origin } = relyingParty();
  const verified = await verifyAuthenticationResponse({
    response: { ...parsed.data, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialID,
      publicKey: new Uint8Array(Buffer.from(passkey.credentialPublicKey, "base64")),
      // The library would judge the counter before the signature, and then anybody could close anybody's passkey.
      counter: 0,
    },
  }).catch(() => null);
  if (!verified?.verified) return await refuse("not signed for us");
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  if (newCounter > highestCounter) return await refuse("counter out of range");
  // Before the counter is looked at: an answer that is sent twice is no copy of a passkey.
  if (!(await spendPasskeyChallenge(db(), { challenge, expiresAt }))) return fail("PASSKEY_REFUSED");
  return ok({
    credentialID: passkey.credentialID,
    userId: passkey.userId,
    counter: newCounter,
    isBackedUp: credentialBackedUp,
  });
}
