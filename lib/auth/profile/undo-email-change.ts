import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { endRecovery } from "@/lib/auth/account/stop-recovery";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { doubtedSince } from "@/lib/retention";
import { readUndoEmailToken } from "@/lib/signed-link/account-links";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess, voidPasskeyReports } from "@/lib/users/end-access";
import { lockAdminChanges, lockPasskeys, lockProfile } from "@/lib/users/locks";

/** What the page behind a link to undo a change shows. Nothing about the person. */
export type EmailChangeView = { state: "CHANGED"; at: Date; until: Date } | { state: "UNDONE" };

/** Looks at what a token would undo, and changes nothing. Null for one that is not ours, or too old, or overtaken. */
export async function findEmailChange(token: string): Promise<EmailChangeView | null> {
  const id = readUndoEmailToken(token);
  if (id === null) return null;
  const change = await db().emailChange.findUnique({
    where: { id, undoableUntil: { gt: new Date() } },
    select: { at: true, undoableUntil: true, undoneAt: true },
  });
  if (change === null) return null;
  return change.undoneAt === null
    ? { state: "CHANGED", at: change.at, until: change.undoableUntil }
    : { state: "UNDONE" };
}

/**
 * Puts an account back to the email that it had before a change, whatever happened to it since: a thief who moved the
 * account moved it on, made passkeys of their own, verified a phone, or asked for the deletion. So every session ends,
 * every browser is unknown, and what was added since goes, or in the week before (lib/retention.ts): passkeys, a
 * verified phone's being verified, recovery codes. So do the asking for deletion, the later changes with their links,
 * and what staff began for somebody who said that this account was lost. The same lock as the change itself, so of two
 * that come at once one is later. Both addresses are told. False where there is nothing to undo; then nothing is changed.
 */
export async function undoEmailChange(token: string, visitor: Visitor): Promise<boolean> {
  const id = readUndoEmailToken(token);
  if (id === null) return false;
  const found = await db().emailChange.findUnique({ where: { id }, select: { userId: true } });
  if (found === null) return false;
  const { userId } = found;
  await endExcessAccess(userId);
  return await db().$transaction(async (transaction) => {
    // It may bring back a user who was leaving.
    await lockAdminChanges(transaction);
    await lockPasskeys(transaction, userId);
    await lockProfile(transaction, userId);
    const now = new Date();
    // Read again behind the lock.
    const change = await transaction.emailChange.findUnique({
      where: { id, undoneAt: null, undoableUntil: { gt: now } },
      select: { oldEmail: true, at: true, user: { select: mailedUserFields } },
    });
    if (change === null) return false;
    const { oldEmail, at, user } = change;
    const sessions = await endAccess(transaction, { id: userId, email: user.email });
    const { passkeys, recoveryCodes } = await takeBackSince(transaction, userId, doubtedSince(at));
    await endRecovery(transaction, userId, visitor, "link");
    await transaction.user.update({
      where: { id: userId },
      data: { email: oldEmail, emailVerified: now },
      select: { id: true },
    });
    await transaction.emailChange.deleteMany({ where: { userId, at: { gt: at } } });
    await transaction.emailChange.updateMany({ where: { id }, data: { undoneAt: now, newEmail: null } });
    await recordEvent(transaction, {
      name: "email_change_undone",
      subjectId: userId,
      ...traceOf(null, oldEmail, visitor),
      details: { sessions, passkeys, recoveryCodes },
    });
    const owner = { ...user, id: userId };
    await enqueueMails(
      transaction,
      { kind: "email-restored", facts: {}, change: id, to: { ...owner, email: oldEmail }, visitor },
      // A move that still waited gave the account to no other address.
      ...(user.email === oldEmail
        ? []
        : [{ kind: "email-taken-back" as const, facts: {}, change: id, to: owner, visitor }]),
    );
    return true;
  });
}

/**
 * By which a thief would be back at once, or the account be gone. Whoever has used one recovery code since has the
 * list. Gives how many passkeys and recovery codes went.
 */
async function takeBackSince(transaction: Transaction, userId: string, since: Date) {
  const passkeys = await transaction.authenticator.deleteMany({ where: { userId, createdAt: { gte: since } } });
  const isTheirs = await transaction.recoveryCode.findFirst({
    where: { userId, OR: [{ createdAt: { gte: since } }, { usedAt: { gte: since } }] },
    select: { codeHash: true },
  });
  const recoveryCodes = isTheirs ? await transaction.recoveryCode.deleteMany({ where: { userId } }) : { count: 0 };
  await voidPasskeyReports(transaction, userId);
  await transaction.user.updateMany({
    where: { id: userId, phoneVerified: { gte: since } },
    data: { phoneVerified: null },
  });
  await transaction.user.updateMany({
    where: { id: userId, deletionAskedAt: { gte: since } },
    data: { deletionAskedAt: null },
  });
  return { passkeys: passkeys.count, recoveryCodes: recoveryCodes.count };
}
