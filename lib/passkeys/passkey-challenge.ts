import { createHash, randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";

/** How long a passkey may be asked, in milliseconds; a page that waits longer asks anew. */
export const passkeyChallengeLifeMs = 5 * 60_000;

/** Who asks, and what for: an answer counts for exactly this. */
export type PasskeyAsker = { browserKeyHash: string } & (
  | { purpose: "LOGIN" }
  | { purpose: "ADD"; sessionId: string }
  | { purpose: "STEP_UP"; sessionId: string; act: string }
);

/** 256 random bits for a passkey to sign (WebAuthn section 13.4.3 asks for 128), written down for this asker alone. */
export async function createPasskeyChallenge(asker: PasskeyAsker, now = new Date()): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  await db().passkeyChallenge.create({
    data: {
      ...asker,
      challengeHash: hashOf(Buffer.from(challenge).toString("base64url")),
      expiresAt: new Date(now.getTime() + passkeyChallengeLifeMs),
    },
    select: { challengeHash: true },
  });
  return challenge;
}

/**
 * Uses a challenge up: true for the first answer from the browser that asked, for what it asked, within five minutes.
 * One statement, so of many answers at once one counts. Whatever the answer turns out to be worth, there is no second.
 */
export async function consumePasskeyChallenge(
  challenge: string,
  asker: PasskeyAsker,
  now = new Date(),
): Promise<boolean> {
  const { count } = await db().passkeyChallenge.deleteMany({
    where: { ...asker, challengeHash: hashOf(challenge), expiresAt: { gt: now } },
  });
  return count === 1;
}

function hashOf(challenge: string): string {
  return createHash("sha256").update(challenge).digest("hex");
}
