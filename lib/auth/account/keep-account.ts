import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { deletionDue } from "@/lib/retention";
import { isKeepTokenOf, readKeepToken } from "@/lib/signed-link/account-links";
import { lockAdminChanges } from "@/lib/users/locks";

/** `isDisabled`: an admin closed the account, so keeping it lets no one in. */
export type KeepView = ({ state: "LEAVING"; dueAt: Date } | { state: "KEPT" }) & { isDisabled: boolean };

/** What the token would keep; null if forged, superseded, or the account is gone or has moved. Changes nothing. */
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

/** Cancels a pending deletion and mails the owner. Sessions and codes from before stay ended. False if there was
 * nothing to cancel. */
export async function keepAccount(token: string, visitor: Visitor): Promise<boolean> {
  const claim = readKeepToken(token);
  if (claim === null) return false;
  return await db().$transaction(async (transaction) => {
    // Excludes the daily job (lib/admin/delete-user.ts).
    await lockAdminChanges(transaction);
    const user = await transaction.user.findUnique({
      where: { id: claim.userId },
      select: { id: true, ...mailedUserFields, deletionAskedAt: true },
    });
    if (user === null || !isKeepTokenOf(token, user)) return false;
    if (user.deletionAskedAt === null || !isSame(user.deletionAskedAt, claim)) return false;
    await transaction.user.update({ where: { id: user.id }, data: { deletionAskedAt: null }, select: { id: true } });
    // A code verified before could otherwise open a session now (verify-code.ts).
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
