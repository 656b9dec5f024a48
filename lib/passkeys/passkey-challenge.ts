import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/crypto/secret-key";
import type { Transaction } from "@/lib/db/client";

/** How long a passkey may be asked, in milliseconds; a page that waits longer asks anew. */
export const passkeyChallengeLifeMs = 5 * 60_000;

/** Who asks, and what for: an answer counts for exactly this. */
export type PasskeyAsker = { browserKeyHash: string } & (
  | { purpose: "LOGIN" }
  | { purpose: "ADD"; sessionId: string }
  | { purpose: "STEP_UP"; sessionId: string; act: string }
);

const randomLength = 32;
const bodyLength = randomLength + 8;

// 256 random bits, the end in milliseconds, the HMAC: 72 bytes, which base64url writes without spare bits.
const challengeShape = /^[A-Za-z0-9_-]{96}$/;

/**
 * What a passkey is asked to sign: 256 random bits (WebAuthn section 13.4.3 asks for 128), when it runs out, and an
 * HMAC that ties both to this asker. Nothing is kept: whoever asks ten thousand times takes nothing from anybody.
 */
export function createPasskeyChallenge(asker: PasskeyAsker, now = new Date()): Uint8Array<ArrayBuffer> {
  const end = Buffer.alloc(8);
  end.writeBigUInt64BE(BigInt(now.getTime() + passkeyChallengeLifeMs));
  const body = Buffer.concat([randomBytes(randomLength), end]);
  return new Uint8Array(Buffer.concat([body, macOf(body, asker)]));
}

/**
 * When a challenge runs out, if we gave it to this asker less than five minutes ago; else null. Compared in constant
 * time. Whether it was answered before is for `spendPasskeyChallenge` to say, after the signature.
 */
export function readPasskeyChallenge(challenge: string, asker: PasskeyAsker, now = new Date()): Date | null {
  if (!challengeShape.test(challenge)) return null;
  const bytes = Buffer.from(challenge, "base64url");
  const body = bytes.subarray(0, bodyLength);
  if (!timingSafeEqual(bytes.subarray(bodyLength), macOf(body, asker))) return null;
  const end = new Date(Number(body.readBigUInt64BE(randomLength)));
  return end > now ? end : null;
}

/** The body has one length, and JSON writes no two askers alike, so no two pairs of them share a text. */
function macOf(body: Buffer, asker: PasskeyAsker): Buffer {
  const sessionId = asker.purpose === "LOGIN" ? null : asker.sessionId;
  const act = asker.purpose === "STEP_UP" ? asker.act : null;
  const about = JSON.stringify([asker.purpose, asker.browserKeyHash, sessionId, act]);
  return createHmac("sha256", keyFor("passkey challenge v1")).update(body).update(about).digest();
}

/** A challenge that a passkey has answered with a good signature, and when it runs out. */
export type AnsweredChallenge = { challenge: string; expiresAt: Date };

/**
 * Uses a challenge up: true for the first of however many answers, at once or later. One statement, in which the index
 * decides. Only for a signature that was verified: a stranger's answer must use nothing up and write nothing.
 */
export async function spendPasskeyChallenge(
  database: Pick<Transaction, "$executeRaw">,
  { challenge, expiresAt }: AnsweredChallenge,
): Promise<boolean> {
  const challengeHash = createHash("sha256").update(challenge).digest("hex");
  const count = await database.$executeRaw`
    INSERT INTO "UsedPasskeyChallenge" ("challengeHash", "expiresAt") VALUES (${challengeHash}, ${expiresAt})
    ON CONFLICT DO NOTHING`;
  return count === 1;
}
