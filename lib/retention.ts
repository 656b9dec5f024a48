/**
 * How long records are kept, in days. The audit trail: long enough to follow up an attack that is noticed late, short
 * enough for people who never asked to be in it (30 to 90 days). A challenge holds an
 * address in clear and is needed for the "This was not me" of its mail; one that verified a phone stays for as long as
 * that number counts as verified, since a stranger's number is a way in for just as long. A session, and a browser that
 * is known, for as long as they could still be used; a browser also while a session in it is left, since an alert's
 * "This was not me" ends those by the browser. An event of a mail has no address in it, and is counted for as long as
 * the trail is. A user who asked to be deleted, for as long as they may think again. What staff began for a user who had lost every way
 * in, for so long that nobody finishes what was forgotten. A change of an email, for as long as it can be undone. A mail of
 * the outbox that is done holds no address, and stays for staff who are asked whether it went.
 */
export const keptDays = {
  auditEvent: 90,
  challenge: 7,
  session: 90,
  trustedDevice: 30,
  mailEvent: 90,
  userPendingDeletion: 7,
  accountRecovery: 14,
  emailChange: 7,
  outboxMail: 30,
};

const dayMs = 24 * 60 * 60_000;

/** How long a user who asked to be deleted may think again, in days. */
export const deletionWaitDays = keptDays.userPendingDeletion;

/** From when on the retention job deletes a user who asked for it then. */
export function deletionDue(askedAt: Date): Date {
  return new Date(askedAt.getTime() + deletionWaitDays * dayMs);
}

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

/**
 * From when on what an account got is doubted once a change of `at` is undone: whoever moved it may have prepared that,
 * and the move took its links from the mails about it. What is older had as long to be reported.
 */
export function doubtedSince(at: Date): Date {
  return new Date(at.getTime() - keptDays.emailChange * dayMs);
}

/** Until when a change of the email, made at `at`, can be undone from the old address. */
export function undoableUntil(at: Date): Date {
  return new Date(at.getTime() + keptDays.emailChange * dayMs);
}
