import type { Transaction } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { keptSince, recoveryDue } from "@/lib/retention";
import { removeAllPasskeys } from "@/lib/users/end-access";
import { lockProfile } from "@/lib/users/locks";
import { readRegisterConflict } from "@/lib/users/register-user";
import { type ActingAdmin, type AdminRefusal, chargeNotice, recordChange } from "./change-as-admin";
import { changeUser, type TargetRefusal, type UserToChange } from "./change-user";

export type RecoveryRefusal =
  | AdminRefusal
  | TargetRefusal
  | "RECOVERY_BEGUN"
  | "RECOVERY_GONE"
  | "RECOVERY_TOO_EARLY"
  | "RECOVERY_NOT_TOLD"
  | "EMAIL_TAKEN"
  | "NOTHING_CHANGED"
  | "NOTICES_SPENT";

/** Starts moving a locked-out user to another address (canonical). `recoveryWaitHours` begin once SendGrid accepts
 * the mail to the old one; its link, or any login, stops it. */
export async function beginRecovery(
  admin: ActingAdmin,
  userId: string,
  { newEmail, reason }: { newEmail: string; reason: string },
): Promise<Result<null, RecoveryRefusal>> {
  return await chargeNotice(admin, newEmail, () =>
    changeUser<null, "RECOVERY_BEGUN" | "EMAIL_TAKEN" | "NOTHING_CHANGED">(
      admin,
      userId,
      async (transaction, user, startedAt) => {
        if (user.email === newEmail) return fail("NOTHING_CHANGED");
        if ((await findRecovery(transaction, user.id, startedAt)) !== null) return fail("RECOVERY_BEGUN");
        if ((await transaction.user.count({ where: { email: newEmail } })) > 0) return fail("EMAIL_TAKEN");
        const row = { newEmail, reason, startedById: admin.id, startedAt, toldAt: null };
        // A forgotten one may still be there.
        await transaction.accountRecovery.upsert({
          where: { userId: user.id },
          create: { userId: user.id, ...row },
          update: row,
        });
        await recordChange(transaction, admin, {
          name: "recovery_started",
          subjectId: user.id,
          maskedIdentifier: maskEmail(user.email),
          details: { newAddress: maskEmail(newEmail) },
          reason,
        });
        const { id, username } = user;
        const change = `${id}:${startedAt.getTime()}`;
        const begun = { username, newEmail: maskEmail(newEmail), startedAt: startedAt.toISOString() };
        await enqueueMails(transaction, { kind: "recovery-begun", facts: begun, change, to: user });
        return ok(null);
      },
    ),
  );
}

export async function stopRecoveryAsAdmin(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "RECOVERY_GONE">> {
  return await changeUser<null, "RECOVERY_GONE">(admin, userId, async (transaction, user) => {
    return (await stopRecoveryOf(transaction, admin, user)) ? ok(null) : fail("RECOVERY_GONE");
  });
}

/** False if there was none. */
export async function stopRecoveryOf(
  transaction: Transaction,
  admin: ActingAdmin,
  user: { id: string; email: string },
): Promise<boolean> {
  const { count } = await transaction.accountRecovery.deleteMany({ where: { userId: user.id } });
  if (count === 0) return false;
  await recordChange(transaction, admin, {
    name: "recovery_stopped",
    subjectId: user.id,
    maskedIdentifier: maskEmail(user.email),
    details: { by: "admin" },
  });
  return true;
}

/** Moves the account after the wait; ends all access and voids passkeys, codes and older mails. Mails both
 * addresses. The same admin may complete it. */
export async function completeRecovery(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<null, Exclude<RecoveryRefusal, "NOTICES_SPENT">>> {
  try {
    return await changeUser<null, "RECOVERY_GONE" | "RECOVERY_TOO_EARLY" | "RECOVERY_NOT_TOLD">(
      admin,
      userId,
      async (transaction, user, at) => {
        const recovery = await findRecovery(transaction, user.id, at);
        if (recovery === null) return fail("RECOVERY_GONE");
        if (recovery.toldAt === null) return fail("RECOVERY_NOT_TOLD");
        if (at < recoveryDue(recovery.toldAt)) return fail("RECOVERY_TOO_EARLY");
        await lockProfile(transaction, userId);
        const passkeys = await removeAllPasskeys(transaction, user);
        const { count: recoveryCodes } = await transaction.recoveryCode.deleteMany({ where: { userId: user.id } });
        // First, so that only one of this and a login happens.
        const { count } = await transaction.accountRecovery.deleteMany({
          where: { userId: user.id, startedAt: recovery.startedAt },
        });
        if (count === 0) throw new StoppedMeanwhile();
        await transaction.user.update({
          where: { id: user.id },
          data: { email: recovery.newEmail, emailVerified: null, phoneVerified: null },
          select: { id: true },
        });
        await transaction.emailChange.deleteMany({ where: { userId: user.id } });
        await recordChange(transaction, admin, {
          name: "recovery_completed",
          subjectId: user.id,
          maskedIdentifier: maskEmail(user.email),
          details: { newAddress: maskEmail(recovery.newEmail), passkeys, recoveryCodes },
        });
        await tellBothAddresses(transaction, user, recovery.newEmail, `${user.id}:${at.getTime()}`);
        return ok(null);
      },
    );
  } catch (error) {
    if (error instanceof StoppedMeanwhile) return fail("RECOVERY_GONE");
    if (readRegisterConflict(error) === "EMAIL_TAKEN") return fail("EMAIL_TAKEN");
    throw error;
  }
}

export async function tellBothAddresses(
  transaction: Transaction,
  user: UserToChange,
  newEmail: string,
  change: string,
): Promise<void> {
  const { username } = user;
  const isDisabled = user.disabledAt !== null;
  await enqueueMails(
    transaction,
    { kind: "email-taken-away", facts: { username, newEmail: maskEmail(newEmail) }, change, to: user },
    { kind: "email-given", facts: { username, isDisabled }, change, to: { ...user, email: newEmail } },
  );
}

/** Thrown to roll the transaction back. */
class StoppedMeanwhile extends Error {}

async function findRecovery(transaction: Transaction, userId: string, now: Date) {
  const startedAt = { gt: keptSince("accountRecovery", now) };
  return await transaction.accountRecovery.findUnique({ where: { userId, startedAt } });
}
