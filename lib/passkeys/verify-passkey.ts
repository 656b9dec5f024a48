import { PrismaAdapter } from "@auth/prisma-adapter";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from "@simplewebauthn/server/helpers";
import { z } from "zod";
import type { AuditEntry } from "@/lib/audit/events";
import { insertEvent, recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Charge, consume, LimitsUnavailable } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import {
  createPasskeyChallenge,
  type PasskeyAsker,
  passkeyChallengeLifeMs,
  readPasskeyChallenge,
  spendPasskeyChallenge,
} from "./passkey-challenge";
import { isHandleOf, relyingParty } from "./relying-party";

/** Names no passkey: the same for everyone (WebAuthn 14.6.2). */
export async function makeAskingOptions(asker: Exclude<PasskeyAsker, { purpose: "ADD" }>) {
  return await generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: createPasskeyChallenge(asker),
    timeout: passkeyChallengeLifeMs,
    userVerification: "required",
    allowCredentials: [],
  });
}

const base64url = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[A-Za-z0-9_-]+$/);

// At most 1,023 bytes (WebAuthn 4).
const credentialId = base64url(1_364);

const credential = { id: credentialId, rawId: credentialId, type: z.literal("public-key") };
const clientDataJSON = base64url(8_000);

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

const passkeyResponseSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url(8_000),
    signature: base64url(8_000),
    // Required: no passkey is asked for by id, so each must name its user.
    userHandle: base64url(88),
  }),
});

// Our pages are in no frame (WebAuthn 7.1, steps 10 and 11).
const clientDataSchema = z.object({
  challenge: base64url(200),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
});

/** Null if absent, or asked from a frame on another site. */
export function findSignedChallenge(clientData: string): string | null {
  try {
    return clientDataSchema.parse(decodeClientDataJSON(clientData)).challenge;
  } catch {
    return null;
  }
}

/** Whether there is no attestation (WebAuthn 5.1.3): checking one would fetch URLs that a member chose. */
export function isWithoutCertificates(attestationObject: string): boolean {
  try {
    const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const format = attestation.get("fmt");
    return format === "none" || (format === "packed" && attestation.get("attStmt").get("x5c") === undefined);
  } catch {
    return false;
  }
}

/** Verifies a login's signature (WebAuthn 7.2); a valid one spends the challenge. Failures look alike, but for an id
 * that no row has: nobody guesses one (WebAuthn 14.6.2), and its device may forget it. */
export async function verifyPasskey(
  answer: unknown,
  asker: Exclude<PasskeyAsker, { purpose: "ADD" }>,
  visitor: { ip: string | null; userAgent: string | null },
): Promise<Result<VerifiedPasskey, "PASSKEY_REFUSED" | "PASSKEY_UNKNOWN">> {
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
  if (passkey === null) {
    await refuse("unknown passkey");
    return fail("PASSKEY_UNKNOWN");
  }
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
      // The library would compare counters before the signature, so anyone could close a passkey.
      counter: 0,
    },
  }).catch(() => null);
  if (!verified?.verified) return await refuse("not signed for us");
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  if (newCounter > highestCounter) return await refuse("counter out of range");
  // Before the counter: a repeated answer is no clone.
  if (!(await spendPasskeyChallenge(db(), { challenge, expiresAt }))) return fail("PASSKEY_REFUSED");
  return ok({
    credentialID: passkey.credentialID,
    userId: passkey.userId,
    counter: newCounter,
    isBackedUp: credentialBackedUp,
  });
}

export type VerifiedPasskey = { credentialID: string; userId: string; counter: number; isBackedUp: boolean };

/** The column holds 31 of the 32 bits. */
export const highestCounter = 2 ** 31 - 1;

/** SQL that notes a use if the counter grew, under the row lock (0 always passes: WebAuthn 7.2, step 22). */
export function passkeyUseSql({ credentialID, counter, isBackedUp }: VerifiedPasskey, now: Date): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Authenticator" SET "counter" = ${counter}::int, "lastUsedAt" = ${now}, "credentialBackedUp" = ${isBackedUp}
    WHERE "credentialID" = ${credentialID} AND "cloneSuspectedAt" IS NULL
      AND ("counter" < ${counter}::int OR ("counter" = 0 AND ${counter}::int = 0))`;
}

/** Closes a cloned passkey. Call after `passkeyUseSql` fails. Gives `reportId` or null. */
export async function closeIfCloned(
  transaction: Pick<Transaction, "$queryRaw">,
  { credentialID, counter }: VerifiedPasskey,
  visitor: { ip: string | null; userAgent: string | null },
): Promise<string | null> {
  const event = insertEvent(
    { name: "passkey_clone_suspected", ip: visitor.ip, userAgent: visitor.userAgent },
    { subject: Prisma.sql`closed."userId"`, from: Prisma.sql`closed` },
  );
  const [closed] = await transaction.$queryRaw<{ reportId: string }[]>`
    WITH closed AS (
      UPDATE "Authenticator" SET "cloneSuspectedAt" = now()
      WHERE "credentialID" = ${credentialID} AND "cloneSuspectedAt" IS NULL
        AND "counter" > 0 AND "counter" >= ${counter}::int
      RETURNING "userId", "reportId"
    ), audit AS (${event})
    SELECT "reportId" FROM closed`;
  if (closed === undefined) return null;
  logEvent("warn", "passkey_clone_suspected");
  return closed.reportId;
}

/** Audits a refusal, within limits per source and in total, as anyone can cause it. */
export async function recordRefusedPasskey(entry: AuditEntry): Promise<void> {
  if (await isCounted(refusedPasskeyCharges(entry.ip ?? null))) await recordEvent(db(), entry);
}

export function refusedPasskeyCharges(ip: string | null): Charge[] {
  const { source, isKnown } = sourceOf(ip);
  const all: Charge = { policy: "audit.all.hour", subject: "all" };
  return isKnown ? [{ policy: "audit.source.hour", subject: source }, all] : [all];
}

async function isCounted(charges: Charge[]): Promise<boolean> {
  try {
    return (await consume(charges)).isAllowed;
  } catch (error) {
    if (error instanceof LimitsUnavailable) return false;
    throw error;
  }
}
