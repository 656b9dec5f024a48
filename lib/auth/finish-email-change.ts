import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { lockPasskeys } from "@/lib/passkeys/lock-passkeys";
import { fail, ok, type Result } from "@/lib/result";
import { endExcessAccess } from "@/lib/users/access-limits";
import { undoableUntil } from "@/lib/users/email-undo-wait";
import { endCodes } from "@/lib/users/end-access";
import { isEmailKept } from "@/lib/users/is-email-kept";
import { lockProfile } from "@/lib/users/lock-profile";
import { readRegisterConflict } from "@/lib/users/register-user";
import { traceOf } from "./challenge-trace";
import type { ProofNeeded } from "./charge-sending";
import { consumeChallenge } from "./consume-challenge";
import type { ProvenChallenge } from "./find-proven";
import type { Browser } from "./finish-challenge";
import { lockSession } from "./lock-session";
import { type ProveError, proveChallenge } from "./prove-challenge";
import { hashKey } from "./secret-key";
import type { LiveSession } from "./session-store";
import { endRecovery } from "./stop-recovery";
import type { Visitor } from "./visitor";
import { voidMailedLinks } from "./void-mailed-links";

const payloadSchema = z.object({ from: z.string() });

/** Thrown, so that the transaction takes back what it has done. */
class NotMoved extends Error {
  constructor(readonly refusal: "CHALLENGE_ENDED" | "CHALLENGE_FINISHED") {
    super(refusal);
  }
}

/**
 * Moves an account to the address that the code was sent to, in the session that asked and while the account still has
 * the address that it had then. One transaction: the challenge is consumed, no code to the old address counts any more,
 * and no link in its mails does anything but undo this change (void-mailed-links.ts). Sessions go on; the page after it
 * offers to end them. What staff began because the owner had lost every way in stops, as by a login. EMAIL_TAKEN where
 * the new address has an account by now, EMAIL_KEPT where it is kept for one: only whoever reads its mailbox gets to
 * hear that. Throws TooManyRequests.
 */
export async function finishEmailChange(
  attempt: { challengeId: string; code: string },
  session: LiveSession,
  { challengeKey, askForProof }: Pick<Browser, "challengeKey" | "askForProof">,
  visitor: Visitor,
): Promise<Result<{ changeId: string }, ProveError | "EMAIL_TAKEN" | "EMAIL_KEPT"> | ProofNeeded> {
  if (challengeKey === null) return fail("CHALLENGE_ENDED");
  const owner = { userId: session.user.id, knownKeyHash: hashKey(session.id) };
  const proven = await proveChallenge(
    { ...attempt, browserKeyHash: hashKey(challengeKey), purposes: ["CHANGE_EMAIL"], session: owner },
    { visitor, askForProof },
  );
  if (!proven.ok) return proven;
  await endExcessAccess(session.user.id);
  try {
    return ok(await db().$transaction((transaction) => move(transaction, session, proven.value, visitor)));
  } catch (error) {
    if (error instanceof NotMoved) return fail(error.refusal);
    if (readRegisterConflict(error) === "EMAIL_TAKEN") {
      return fail((await isEmailKept(proven.value.address)) ? "EMAIL_KEPT" : "EMAIL_TAKEN");
    }
    throw error;
  }
}

async function move(
  transaction: Transaction,
  session: LiveSession,
  challenge: ProvenChallenge,
  visitor: Visitor,
): Promise<{ changeId: string }> {
  const userId = session.user.id;
  const { from: oldEmail } = payloadSchema.parse(challenge.payload);
  const { address: newEmail } = challenge;
  const at = new Date();
  await lockPasskeys(transaction, userId);
  await lockProfile(transaction, userId);
  await endCodes(transaction, oldEmail);
  if (!(await consumeChallenge(transaction, challenge.id, at))) throw new NotMoved("CHALLENGE_FINISHED");
  if ((await lockSession(transaction, session.id)) === null) throw new NotMoved("CHALLENGE_ENDED");
  // Another change, or an admin's, was quicker: the proof was for the address from then.
  const { count } = await transaction.user.updateMany({
    where: { id: userId, email: oldEmail, disabledAt: null, deletionAskedAt: null },
    data: { email: newEmail, emailVerified: at },
  });
  if (count === 0) throw new NotMoved("CHALLENGE_ENDED");
  await voidMailedLinks(transaction, userId);
  await endRecovery(transaction, userId, visitor, "move");
  const id = randomUUID();
  await transaction.emailChange.create({ data: { id, userId, oldEmail, at, undoableUntil: undoableUntil(at) } });
  await recordEvent(transaction, {
    name: "email_changed",
    actorId: userId,
    subjectId: userId,
    ...traceOf(challenge.id, oldEmail, visitor),
  });
  const to = { ...session.user, email: newEmail };
  await enqueueMails(
    transaction,
    {
      kind: "own-email-left",
      facts: { newEmail: maskEmail(newEmail), changeId: id },
      change: id,
      to: { ...to, email: oldEmail },
      visitor,
    },
    { kind: "own-email-added", facts: { changeId: id }, change: id, to, visitor },
  );
  return { changeId: id };
}
