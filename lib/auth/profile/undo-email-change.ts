import { recordEvent, traceOf } from "@/lib/audit/record-event";
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

export type EmailChangeView = { state: "CHANGED"; at: Date; until: Date } | { state: "UNDONE" };

/** What the token would undo; null if forged, too old or superseded. Changes nothing. */
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

/** Restores the old email, ends all access and removes what was added since or in the week before
 * (lib/retention.ts). Both addresses are told. False if there is nothing to undo. */
export async function undoEmailChange(token: string, visitor: Visitor): Promise<boolean> {
  const id = readUndoEmailToken(token);
  if (id === null) return false;
  const found = await db().emailChange.findUnique({ where: { id }, select: { userId: true } });
  if (found === null) return false;
  const { userId } = found;
  await endExcessAccess(userId);
  return await db().$transaction(async (transaction) => {
    // It may bring back a user with a pending deletion.
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
      // A waiting move gave the account to no one else.
      ...(user.email === oldEmail
        ? []
        : [{ kind: "email-taken-back" as const, facts: {}, change: id, to: owner, visitor }]),
    );
    return true;
  });
}

/** Removes what would let a thief back in. One used recovery code voids the list. Gives the counts. */
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
