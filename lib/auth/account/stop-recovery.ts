import { recordEvent, traceOf } from "@/lib/audit/record-event";

import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails, type WaitingMail } from "@/lib/mail/outbox";
import { recoveryDue } from "@/lib/retention";
import { isStopTokenOf, makeStopToken, readStopToken } from "@/lib/signed-link/account-links";

export type StopView = { state: "WAITING"; dueAt: Date } | { state: "STOPPED" };

/** What the token would stop; null if forged or superseded, or the account is gone or has moved. Changes nothing. */
export async function findRecoveryToStop(token: string): Promise<StopView | null> {
  const claim = readStopToken(token);
  if (claim === null) return null;
  const user = await db().user.findUnique({
    where: { id: claim.userId },
    select: { id: true, email: true, recovery: { select: { startedAt: true, toldAt: true } } },
  });
  if (user === null || !isStopTokenOf(token, user)) return null;
  if (user.recovery === null) return { state: "STOPPED" };
  const { startedAt, toldAt } = user.recovery;
  return startedAt.getTime() === claim.startedAt.getTime()
    ? { state: "WAITING", dueAt: recoveryDue(toldAt ?? new Date()) }
    : null;
}

/** Stops a recovery by its mailed token; needs no login. False if there was none. */
export async function stopRecovery(token: string, visitor: Visitor): Promise<boolean> {
  const claim = readStopToken(token);
  if (claim === null) return false;
  const user = await db().user.findUnique({ where: { id: claim.userId }, select: { id: true, ...mailedUserFields } });
  if (user === null || !isStopTokenOf(token, user)) return false;
  return await db().$transaction(async (transaction) => {
    const { count } = await transaction.accountRecovery.deleteMany({
      where: { userId: user.id, startedAt: claim.startedAt },
    });
    if (count === 0) return false;
    await recordEvent(transaction, {
      name: "recovery_stopped",
      subjectId: user.id,
      ...traceOf(null, user.email, visitor),
      details: { by: "link" },
    });
    const change = `${user.id}:${claim.startedAt.getTime()}`;
    await enqueueMails(transaction, { kind: "recovery-stopped", facts: {}, change, to: user, visitor });
    return true;
  });
}

/** Starts the wait once SendGrid has accepted the mail to the old address. Only now is the new address told. */
export async function beginRecoveryWait(transaction: Transaction, mail: WaitingMail<"recovery-begun">): Promise<void> {
  const { userId, facts, triedAt, to } = mail;
  if (userId === null) return;
  const startedAt = new Date(facts.startedAt);
  const waiting = { userId, startedAt, toldAt: null };
  const recovery = await transaction.accountRecovery.findFirst({ where: waiting, select: { newEmail: true } });
  if (recovery === null) return;
  const { count } = await transaction.accountRecovery.updateMany({ where: waiting, data: { toldAt: triedAt } });
  // Stopped at this moment.
  if (count === 0) return;
  await enqueueMails(transaction, {
    kind: "recovery-announced",
    facts: { username: facts.username, dueAt: recoveryDue(triedAt).toISOString() },
    change: `${userId}:${startedAt.getTime()}`,
    to: { id: userId, email: recovery.newEmail, locale: to.locale, timeZone: to.timeZone },
  });
}

/** Stops a recovery: an action of the user shows that they still have access. */
export async function endRecovery(
  transaction: Transaction,
  userId: string,
  visitor: Pick<Visitor, "ip" | "userAgent">,
  by: "link" | "move",
): Promise<void> {
  const { count } = await transaction.accountRecovery.deleteMany({ where: { userId } });
  if (count === 0) return;
  await recordEvent(transaction, {
    name: "recovery_stopped",
    subjectId: userId,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
    details: { by },
  });
}

/** The path of the page that stops a running recovery, or null. */
export async function findStopPath(session: LiveSession): Promise<string | null> {
  const { id, email } = session.user;
  const recovery = await db().accountRecovery.findUnique({ where: { userId: id }, select: { startedAt: true } });
  return recovery && `/stop-recovery/${makeStopToken({ id, email, startedAt: recovery.startedAt })}`;
}
