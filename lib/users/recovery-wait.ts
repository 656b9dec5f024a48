/**
 * How long the owner of an account has to stop it before staff give the account another address, in hours: over a
 * weekend in which nobody reads mail, and short enough for whoever really has lost everything
 * (docs/account-recovery.md).
 */
export const recoveryWaitHours = 72;

/** From when on a recovery can be completed whose old address was told at `toldAt`. */
export function recoveryDue(toldAt: Date): Date {
  return new Date(toldAt.getTime() + recoveryWaitHours * 60 * 60_000);
}
