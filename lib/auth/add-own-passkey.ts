import { db } from "@/lib/db/client";
import { addPasskey, isPasskeyTaken } from "@/lib/passkeys/add-passkey";
import { verifyNewPasskey } from "@/lib/passkeys/verify-new-passkey";
import { fail, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/fresh-proof";
import { hashKey } from "./secret-key";
import type { LiveSession } from "./session-store";
import type { Visitor } from "./visitor";

/**
 * Adds the passkey that this browser has just made to the user of its session. Needs a fresh proof of this session for
 * it, which is used up in the same transaction, and ends nothing else. `passkey.answer` is what the browser sent, unread.
 */
export async function addOwnPasskey(
  session: LiveSession,
  challengeKey: string | null,
  passkey: { name: string; answer: unknown },
  visitor: Visitor,
): Promise<Result<null, "PROOF_NEEDED" | "PASSKEY_NOT_MADE" | "TOO_MANY_PASSKEYS">> {
  if (challengeKey === null) return fail("PASSKEY_NOT_MADE");
  const asker = { browserKeyHash: hashKey(challengeKey), sessionId: session.id };
  const made = await verifyNewPasskey(passkey.answer, asker);
  if (!made.ok) return made;
  try {
    return await db().$transaction(async (transaction) => {
      if (!(await spendProof(transaction, session.id, "add-passkey"))) return fail("PROOF_NEEDED");
      return await addPasskey(transaction, session.user, { ...made.value, name: passkey.name }, visitor);
    });
  } catch (error) {
    if (isPasskeyTaken(error)) return fail("PASSKEY_NOT_MADE");
    throw error;
  }
}
