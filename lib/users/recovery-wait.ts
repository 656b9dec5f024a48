/**
 * How long the owner of an account has to stop it before staff give the account another address, in hours: over a
 * weekend in which nobody reads mail, and short enough for whoever really has lost everything
 * (docs/account-recovery.md).
 */
export const recoveryWaitHours = 72;

/** From when on what began then can be completed. */
export function recoveryDue(startedAt: Date): Date {
  return new Date(startedAt.getTime() + recoveryWaitHours * 60 * 60_000);
}
