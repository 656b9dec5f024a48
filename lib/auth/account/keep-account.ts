import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { deletionDue } from "@/lib/retention";
import { isKeepTokenOf, readKeepToken } from "@/lib/signed-link/account-links";
import { lockAdminChanges } from "@/lib/users/locks";

/**
 * What the page behind a link to keep an account shows. Nothing about the person. `isDisabled`: an admin closed it, so
 * that keeping it lets nobody in.
 */
export type KeepView = ({ state: "LEAVING"; dueAt: Date } | { state: "KEPT" }) & { isDisabled: boolean };

/**
 * Looks at what a token would keep, and changes nothing. Null for a token that is not ours, for an account that is gone
 * or has another email by now, and for one that is leaving by a later asking.
 */
export async function findAccountToKeep(token: string): Promise<KeepView | null> {
  const claim = readKeepToken(token);
  if (claim === null) return null;
  const user = await db().user.findUnique({
    where: { id: claim.userId },
    select: { id: true, email: true, deletionAskedAt: true, disabledAt: true },
  });
  if (user === null || !isKeepTokenOf(token, user)) return null;
  const { deletionAskedAt } = user;
  const isDisabled = user.disabledAt !== null;
  if (deletionAskedAt === null) return { state: "KEPT", isDisabled };
  return isSame(deletionAskedAt, claim) ? { state: "LEAVING", dueAt: deletionDue(deletionAskedAt), isDisabled } : null;
}

/**
 * Takes back the asking that a token is about. The account is as it was, but for what ended then: its owner logs in
 * anew, and a code that was right before, and led to the question, is worth nothing more. It can be done until the
 * account is gone, also on the day when it is due. The owner is told by mail, since whoever did it had a link from the
 * mailbox or could log in. False where there was nothing to take back; then nothing is changed.
 */
export async function keepAccount(token: string, visitor: Visitor): Promise<boolean> {
  const claim = readKeepToken(token);
  if (claim === null) return false;
  return await db().$transaction(async (transaction) => {
    // Of this and the retention job one happens (lib/admin/delete-user.ts).
    await lockAdminChanges(transaction);
    const user = await transaction.user.findUnique({
      where: { id: claim.userId },
      select: { id: true, ...mailedUserFields, deletionAskedAt: true },
    });
    if (user === null || !isKeepTokenOf(token, user)) return false;
    if (user.deletionAskedAt === null || !isSame(user.deletionAskedAt, claim)) return false;
    await transaction.user.update({ where: { id: user.id }, data: { deletionAskedAt: null }, select: { id: true } });
    // The browser of such a code could come back to it (verify-code.ts), and by now it would open a session.
    await transaction.$executeRaw`
      UPDATE "Challenge" SET "expiresAt" = "createdAt"
      WHERE "address" = ${user.email} AND "provenAt" IS NOT NULL AND "consumedAt" IS NULL AND "expiresAt" > now()`;
    await recordEvent(transaction, {
      name: "deletion_undone",
      subjectId: user.id,
      ...traceOf(null, user.email, visitor),
    });
    const change = `${user.id}:${user.deletionAskedAt.getTime()}`;
    await enqueueMails(transaction, { kind: "account-kept", facts: {}, change, to: user, visitor });
    return true;
  });
}

function isSame(asked: Date, claim: { deletionAskedAt: Date }): boolean {
  return asked.getTime() === claim.deletionAskedAt.getTime();
}
