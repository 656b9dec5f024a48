import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/db/client";

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
