import type { Transaction } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { keptDays, recoveryDue } from "@/lib/retention";
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

/**
 * Begins to give a user who has lost every way in another address (canonical). Nothing is changed for
 * `recoveryWaitHours`, which begin when SendGrid has accepted the mail to the old address (lib/auth/account/stop-recovery.ts).
 * That mail has a link that stops it; so does every login meanwhile (lib/auth/session/create-session.ts). The new address is told
 * after the old one. Sessions that are alive go on.
 */
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
        // One that was forgotten may still stand there.
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

/** Stops it by the hand of an admin, as when whoever asked turns out not to be the owner. */
export async function stopRecoveryAsAdmin(
  admin: ActingAdmin,
  userId: string,
): Promise<Result<null, AdminRefusal | TargetRefusal | "RECOVERY_GONE">> {
  return await changeUser<null, "RECOVERY_GONE">(admin, userId, async (transaction, user) => {
    return (await stopRecoveryOf(transaction, admin, user)) ? ok(null) : fail("RECOVERY_GONE");
  });
}

/** The same in the transaction of another change; false if there was none. */
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

/**
 * Gives the user the new address after the wait, if nobody has stopped it. Whoever holds what was lost must not get in
 * by it: every session ends, all passkeys and recovery codes go, the phone is not verified any more, no code on its way
 * counts, and no older mail puts another address in place of the new one. The address is unproven until a code that
 * goes there was typed in. The admin who began it may complete it: what protects the owner are the wait and the mails,
 * and a shop may have one admin. Both addresses are told.
 */
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
        // Deleted before the address changes: of this and a login at the same moment one happens.
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

/** Tells the address that an account had, and the one that staff gave it. */
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

/** Thrown, so that the transaction takes everything back. */
class StoppedMeanwhile extends Error {}

async function findRecovery(transaction: Transaction, userId: string, now: Date) {
  const oldest = new Date(now.getTime() - keptDays.accountRecovery * 24 * 60 * 60_000);
  return await transaction.accountRecovery.findUnique({ where: { userId, startedAt: { gt: oldest } } });
}
