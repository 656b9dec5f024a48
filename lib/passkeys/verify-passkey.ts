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
const passkeyResponseSchema = z.object({
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

/** A passkey that has signed. Whether its counter has grown is still to be seen: `passkeyUseSql` decides that. */
export type VerifiedPasskey = { credentialID: string; userId: string; counter: number; isBackedUp: boolean };

/** The column of @auth/prisma-adapter's schema holds 31 of the 32 bits; no device comes near either. */
export const highestCounter = 2 ** 31 - 1;

/**
 * The statement, up to its conditions, that notes the use of a passkey, for a WITH or a transaction: `UPDATE ... WHERE`.
 * It matches one row if the passkey is still there, is not suspected, and its counter has grown. Devices that do not
 * count, as all that sync, say 0 for ever, and that is let through (WebAuthn section 7.2, step 22). Compared by the
 * database, under the row's lock: of two copies that answer at once one gets in, and the adapter's
 * `updateAuthenticatorCounter` would let both.
 */
export function passkeyUseSql({ credentialID, counter, isBackedUp }: VerifiedPasskey, now: Date): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Authenticator" SET "counter" = ${counter}::int, "lastUsedAt" = ${now}, "credentialBackedUp" = ${isBackedUp}
    WHERE "credentialID" = ${credentialID} AND "cloneSuspectedAt" IS NULL
      AND ("counter" < ${counter}::int OR ("counter" = 0 AND ${counter}::int = 0))`;
}

/**
 * Closes a passkey whose good signature came with a counter that has not grown: there is a second copy of it, and
 * nobody can tell which one answered. It opens nothing any more; its owner sees why and removes it. Nothing happens to
 * one whose counter has grown, so ask only after `passkeyUseSql` matched nothing, or before. Gives the `reportId` that
 * the mail about it names, null where nothing was closed.
 */
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

/**
 * Notes a passkey that was refused. Anybody may answer wrongly as often as they like, so one source gets a bounded
 * number of entries, and all sources together do. Past that, or where nobody can count, the entry is left out; nothing
 * else depends on these limits.
 */
export async function recordRefusedPasskey(entry: AuditEntry): Promise<void> {
  if (await isCounted(refusedPasskeyCharges(entry.ip ?? null))) await recordEvent(db(), entry);
}

/** What the entry about a refused passkey costs. */
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
