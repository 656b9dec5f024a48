import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails, outboxKey, type WaitingMail } from "@/lib/mail/outbox";
import { undoableUntil } from "@/lib/retention";
import { endCodes, voidPasskeyReports } from "@/lib/users/end-access";
import { lockPasskeys, lockProfile, lockSession } from "@/lib/users/locks";
import { endRecovery } from "./stop-recovery";

/** Moves the account once SendGrid has accepted the mail to the old address, if the asking session still lives.
 * Throws a violated unique index if the new address has an account by now. */
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

/** Gives up a waiting move: SendGrid refused the old address, or accepted nothing for a day. */
export async function cancelEmailChange(
  transaction: Transaction,
  { facts }: Pick<WaitingMail<"own-email-left">, "facts">,
): Promise<void> {
  await transaction.emailChange.deleteMany({ where: { id: facts.changeId, newEmail: { not: null } } });
}

/** Drops the user's waiting moves and their mails. */
export async function dropWaitingMoves(transaction: Transaction, userId: string): Promise<void> {
  const waiting = { userId, newEmail: { not: null } };
  const moves = await transaction.emailChange.findMany({ where: waiting, select: { id: true } });
  if (moves.length === 0) return;
  await transaction.emailChange.deleteMany({ where: waiting });
  const keys = moves.map(({ id }) => outboxKey("own-email-left", id));
  await transaction.outboxMail.deleteMany({ where: { key: { in: keys }, dueAt: { not: null } } });
}

/** The new address of a waiting move, or null. */
export async function findWaitingMove(userId: string): Promise<string | null> {
  const move = await db().emailChange.findFirst({
    where: { userId, newEmail: { not: null }, undoneAt: null },
    select: { newEmail: true },
  });
  return move?.newEmail ?? null;
}

/** Voids links and codes in mails sent so far, and keeps sessions: the mailbox may no longer be the user's. New ids
 * void "This was not me" links. Caller holds the passkey lock (lib/users/locks.ts). */
async function voidMailedLinks(transaction: Transaction, userId: string): Promise<void> {
  await voidPasskeyReports(transaction, userId);
  await transaction.$executeRaw`UPDATE "KnownBrowser" SET "id" = gen_random_uuid() WHERE "userId" = ${userId}::uuid`;
  await transaction.stepUp.deleteMany({ where: { session: { userId } } });
  await transaction.$executeRaw`
    UPDATE "Session" SET "id" = gen_random_uuid(), "challengeId" = NULL WHERE "userId" = ${userId}::uuid`;
}
