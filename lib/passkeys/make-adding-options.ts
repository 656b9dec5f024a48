import { PrismaAdapter } from "@auth/prisma-adapter";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import { db } from "@/lib/db/client";
import { createPasskeyChallenge, passkeyChallengeLifeMs } from "./passkey-challenge";
import { relyingParty } from "./relying-party";
import { userHandle } from "./user-handle";

/**
 * What a browser needs to make a passkey for this user: one that can be found without a name typed (discoverable) and
 * that asks for a fingerprint, a face or a PIN. Where it comes from does not matter, so no attestation is asked for.
 */
export async function makeAddingOptions(
  user: { id: string; username: string },
  asker: { browserKeyHash: string; sessionId: string },
) {
  const { listAuthenticatorsByUserId } = PrismaAdapter(db() as Parameters<typeof PrismaAdapter>[0]);
  if (!listAuthenticatorsByUserId) throw new Error("@auth/prisma-adapter has no listAuthenticatorsByUserId");
  const passkeys = await listAuthenticatorsByUserId(user.id);
  const { id, name } = relyingParty();
  return await generateRegistrationOptions({
    rpName: name,
    rpID: id,
    userID: userHandle(user.id),
    userName: user.username,
    userDisplayName: user.username,
    challenge: createPasskeyChallenge({ purpose: "ADD", ...asker }),
    timeout: passkeyChallengeLifeMs,
    attestationType: "none",
    excludeCredentials: passkeys.map(({ credentialID, transports }) => ({
      id: credentialID,
      ...(transports ? { transports: transports.split(",") } : {}),
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
