import { changeInSession } from "@/lib/auth/access/change-in-session";
import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import { actCharge } from "@/lib/auth/rate-limit/charges";
import { chargeAct } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { addPasskey, isPasskeyTaken } from "@/lib/passkeys/add-passkey";
import { spendPasskeyChallenge } from "@/lib/passkeys/spend-passkey-challenge";
import { type VerifiedNewPasskey, verifyNewPasskey } from "@/lib/passkeys/verify-new-passkey";
import { fail, ok, type Result } from "@/lib/result";
import type { SessionOrigin } from "@/lib/users/locks";
import { isAdditionProven, isFirstPasskeyVerified } from "./is-first-passkey-verified";

const act = "add-passkey";

type Refusal = "PROOF_NEEDED" | "PASSKEY_NOT_MADE" | "TOO_MANY_PASSKEYS";

/**
 * Adds the passkey that this browser has just made to the user of its session. Needs a fresh proof of this session for
 * it, which is used up in the same transaction with the challenge, or for the first one a login a moment ago
 * (is-first-passkey-verified.ts); ends nothing else. Where nothing was added,
 * neither is used up. `passkey.answer` is what the browser sent, unread. The mail to the owner takes it away again.
 * Throws TooManyRequests.
 */
export async function addOwnPasskey(
  session: LiveSession,
  challengeKey: string | null,
  passkey: { name: string; answer: unknown },
  visitor: Visitor,
): Promise<Result<null, Refusal>> {
  if (challengeKey === null) return fail("PASSKEY_NOT_MADE");
  const asker = { browserKeyHash: hashKey(challengeKey), sessionId: session.id };
  const made = await verifyNewPasskey(passkey.answer, asker);
  if (!made.ok) return made;
  const add = () => addVerified(session, { ...made.value, name: passkey.name }, visitor);
  const { id, email: address } = session.user;
  const findRefusal = async () => {
    const actToProve = await passkeyChangeAct(db(), id, act);
    return (await isAdditionProven(session.id, actToProve)) ? null : "PROOF_NEEDED";
  };
  return await chargeAct<null, Refusal>(actCharge(id), { address, visitor }, findRefusal, add);
}

async function addVerified(
  session: LiveSession,
  { passkey: newPasskey, answered, name }: VerifiedNewPasskey & { name: string },
  visitor: Visitor,
): Promise<Result<null, Refusal>> {
  const change = async (transaction: Transaction, origin: SessionOrigin): Promise<Result<null, Refusal>> => {
    if (!(await spendPasskeyChallenge(transaction, answered))) return fail("PASSKEY_NOT_MADE");
    const row = {
      ...newPasskey,
      name,
      addedInSession: hashKey(session.id),
      addedInBrowser: origin.browserKeyHash,
      addedAfterLogin: origin.challengeId,
      addedUserAgent: visitor.userAgent,
    };
    const added = await addPasskey(transaction, session.user, row, visitor);
    if (!added.ok) return added;
    const { reportId } = added.value;
    await enqueueMails(transaction, {
      kind: "passkey",
      facts: { act: "added", report: { kind: "passkey", id: reportId } },
      change: `added:${reportId}`,
      to: session.user,
      visitor,
    });
    return ok(null);
  };
  const isProvenElse = (transaction: Transaction) => isFirstPasskeyVerified(session.id, transaction);
  try {
    return await changeInSession(session, act, change, { isProvenElse });
  } catch (error) {
    if (isPasskeyTaken(error)) return fail("PASSKEY_NOT_MADE");
    throw error;
  }
}
