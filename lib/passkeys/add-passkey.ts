import { PrismaAdapter } from "@auth/prisma-adapter";
import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import { recordOwnEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/database-errors";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import {
  type AnsweredChallenge,
  createPasskeyChallenge,
  passkeyChallengeLifeMs,
  readPasskeyChallenge,
} from "./passkey-challenge";
import { relyingParty, userHandle } from "./relying-party";
import { findSignedChallenge, highestCounter, isWithoutCertificates, newPasskeyResponseSchema } from "./verify-passkey";

/** Options for a discoverable passkey with user verification and no attestation. */
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

type NewPasskey = {
  credentialID: string;
  credentialPublicKey: string;
  counter: number;
  credentialDeviceType: string;
  credentialBackedUp: boolean;
  transports: string | null;
};

export type VerifiedNewPasskey = { passkey: NewPasskey; answered: AnsweredChallenge };

/** Verifies a new passkey (WebAuthn 7.1) for our origin, session and browser. The caller spends the challenge. */
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
  // The library takes the signed id; the other one had its length checked.
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

/** A list an owner can still read (Hanko and Logto stop at 10). */
export const mostPasskeys = 20;

type AddedIn = {
  addedInSession: string;
  addedInBrowser: string | null;
  addedAfterLogin: string | null;
  addedUserAgent: string | null;
};

/** Adds a passkey with its audit entry. Throws if it exists (`isPasskeyTaken`). Gives what its mail names. */
export async function addPasskey(
  transaction: Transaction,
  owner: { id: string },
  passkey: NewPasskey & AddedIn & { name: string },
  visitor: { ip: string | null; userAgent: string | null },
): Promise<Result<{ reportId: string }, "TOO_MANY_PASSKEYS">> {
  const userId = owner.id;
  // Locked, so that additions are counted one by one.
  await transaction.$executeRaw`
    UPDATE "User" SET "firstPasskeyAt" = COALESCE("firstPasskeyAt", now()) WHERE "id" = ${userId}::uuid`;
  if (await hasMostPasskeys(transaction, userId)) return fail("TOO_MANY_PASSKEYS");
  const { createAuthenticator } = PrismaAdapter(transaction as Parameters<typeof PrismaAdapter>[0]);
  if (!createAuthenticator) throw new Error("@auth/prisma-adapter has no createAuthenticator");
  // Our own columns; the adapter passes them on.
  const row = { ...passkey, userId, providerAccountId: passkey.credentialID };
  await createAuthenticator(row);
  const credentialID = passkey.credentialID;
  const added = await transaction.authenticator.findUniqueOrThrow({
    where: { credentialID },
    select: { reportId: true },
  });
  await recordOwnEvent(transaction, userId, visitor, {
    name: "passkey_added",
    details: { isSynced: passkey.credentialBackedUp },
  });
  return ok(added);
}

export async function hasMostPasskeys(database: Pick<Transaction, "authenticator">, userId: string): Promise<boolean> {
  return (await database.authenticator.count({ where: { userId } })) >= mostPasskeys;
}

export function isPasskeyTaken(error: unknown): boolean {
  return findViolatedUnique(error, ["credentialID"]) !== null;
}
