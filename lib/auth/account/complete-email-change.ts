import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { db, type Transaction } from "@/lib/db/client";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails, outboxKey, type WaitingMail } from "@/lib/mail/outbox";
import { undoableUntil } from "@/lib/retention";
import { endCodes, voidPasskeyReports } from "@/lib/users/end-access";
import { lockPasskeys, lockProfile, lockSession } from "@/lib/users/locks";
import { endRecovery } from "./stop-recovery";

/**
 * Makes a move to another email that waited for the mail to the old address, in the transaction that notes that SendGrid
 * accepted it. Only while the session that asked is alive and the account still has the old address: who ends that
 * session stops the move. No code to the old address counts any more, and no link in its mails does anything but undo
 * this move (void-mailed-links.ts). Sessions stay signed in. What staff began because the owner had lost every way in
 * stops. Throws a violated unique index where the new address has an account by now.
 */
export async function completeEmailChange(
  transaction: Transaction,
  mail: WaitingMail<"own-email-left">,
): Promise<void> {
  const { userId, facts, visitor } = mail;
  if (userId === null) return;
  await lockPasskeys(transaction, userId);
  await lockProfile(transaction, userId);
  const change = await transaction.emailChange.findUnique({ where: { id: facts.changeId, undoneAt: null } });
  if (!change?.newEmail) return;
  const { id, oldEmail, newEmail } = change;
  await endCodes(transaction, oldEmail);
  const isAsked = (await lockSession(transaction, facts.sessionId)) !== null;
  const at = new Date();
  const { count } = isAsked
    ? await transaction.user.updateMany({
        where: { id: userId, email: oldEmail, disabledAt: null, deletionAskedAt: null },
        data: { email: newEmail, emailVerified: at },
      })
    : { count: 0 };
  if (count === 0) return await cancelEmailChange(transaction, mail);
  await voidMailedLinks(transaction, userId);
  await endRecovery(transaction, userId, visitor, "move");
  await transaction.emailChange.update({
    where: { id },
    data: { newEmail: null, at, undoableUntil: undoableUntil(at) },
    select: { id: true },
  });
  const trace = traceOf(facts.challengeId, oldEmail, visitor);
  await recordEvent(transaction, { name: "email_changed", actorId: userId, subjectId: userId, ...trace });
  const owner = await transaction.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, ...mailedUserFields },
  });
  await enqueueMails(transaction, { kind: "own-email-added", facts: { changeId: id }, change: id, to: owner, visitor });
}

/** Gives up a move that waits: SendGrid refuses the old address, or nothing was accepted for a day. */
export async function cancelEmailChange(
  transaction: Transaction,
  { facts }: Pick<WaitingMail<"own-email-left">, "facts">,
): Promise<void> {
  await transaction.emailChange.deleteMany({ where: { id: facts.changeId, newEmail: { not: null } } });
}

/** Drops the moves of a user that still wait, with their mails: a newer one takes their place. */
export async function dropWaitingMoves(transaction: Transaction, userId: string): Promise<void> {
  const waiting = { userId, newEmail: { not: null } };
  const moves = await transaction.emailChange.findMany({ where: waiting, select: { id: true } });
  if (moves.length === 0) return;
  await transaction.emailChange.deleteMany({ where: waiting });
  const keys = moves.map(({ id }) => outboxKey("own-email-left", id));
  await transaction.outboxMail.deleteMany({ where: { key: { in: keys }, dueAt: { not: null } } });
}

/** Where the account of a user moves to once its old address is told; null where no move waits. */
export async function findWaitingMove(userId: string): Promise<string | null> {
  const move = await db().emailChange.findFirst({
    where: { userId, newEmail: { not: null }, undoneAt: null },
    select: { newEmail: true },
  });
  return move?.newEmail ?? null;
}

/**
 * Makes worth nothing what the mails that a user has got can still do, while the sessions go on: for when those mails
 * lie in a mailbox that is the user's no more. "This was not me" names a session, a browser or a passkey, so these get
 * new ids; a code request ends only what still belongs to its address (report-challenge.ts). Fresh proofs go, because
 * they may come from that mailbox. Hold the user's passkeys first (lib/users/locks.ts).
 */
async function voidMailedLinks(transaction: Transaction, userId: string): Promise<void> {
  await voidPasskeyReports(transaction, userId);
  await transaction.$executeRaw`UPDATE "KnownBrowser" SET "id" = gen_random_uuid() WHERE "userId" = ${userId}::uuid`;
  await transaction.stepUp.deleteMany({ where: { session: { userId } } });
  await transaction.$executeRaw`
    UPDATE "Session" SET "id" = gen_random_uuid(), "challengeId" = NULL WHERE "userId" = ${userId}::uuid`;
}
