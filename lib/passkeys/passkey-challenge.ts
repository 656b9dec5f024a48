import { createHash, randomBytes } from "node:crypto";
import { isSigned, sign } from "@/lib/crypto/secret-key";
import type { Transaction } from "@/lib/db/client";

export const passkeyChallengeLifeMs = 5 * 60_000;

/** An answer counts for exactly this asker. */
export type PasskeyAsker = { browserKeyHash: string } & (
  | { purpose: "LOGIN" }
  | { purpose: "ADD"; sessionId: string }
  | { purpose: "STEP_UP"; sessionId: string; act: string }
);

const signing = "passkey challenge v1";
const randomLength = 32;
const bodyLength = randomLength + 8;

// 256 random bits, expiry in ms, HMAC: 72 bytes.
const challengeShape = /^[A-Za-z0-9_-]{96}$/;

/** 256 random bits (WebAuthn 13.4.3 asks for 128) and expiry, signed for this asker. Stores nothing. */
export function createPasskeyChallenge(asker: PasskeyAsker, now = new Date()): Uint8Array<ArrayBuffer> {
  const end = Buffer.alloc(8);
  end.writeBigUInt64BE(BigInt(now.getTime() + passkeyChallengeLifeMs));
  const body = Buffer.concat([randomBytes(randomLength), end]);
  return new Uint8Array(Buffer.concat([body, sign(signing, [body, aboutOf(asker)])]));
}

/** The expiry, or null if not ours, not this asker's or expired. Constant time. See `spendPasskeyChallenge`. */
export function readPasskeyChallenge(challenge: string, asker: PasskeyAsker, now = new Date()): Date | null {
  if (!challengeShape.test(challenge)) return null;
  const bytes = Buffer.from(challenge, "base64url");
  const body = bytes.subarray(0, bodyLength);
  if (!isSigned(signing, [body, aboutOf(asker)], bytes.subarray(bodyLength))) return null;
  const end = new Date(Number(body.readBigUInt64BE(randomLength)));
  return end > now ? end : null;
}

/** Fixed length and canonical JSON: no two inputs share a text. */
function aboutOf(asker: PasskeyAsker): string {
  const sessionId = asker.purpose === "LOGIN" ? null : asker.sessionId;
  const act = asker.purpose === "STEP_UP" ? asker.act : null;
  return JSON.stringify([asker.purpose, asker.browserKeyHash, sessionId, act]);
}

export type AnsweredChallenge = { challenge: string; expiresAt: Date };

/** True for the first answer only, by the unique index. Call after verifying the signature. */
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
