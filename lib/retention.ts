/** In days. "This was not me" needs challenges, sessions and devices; the audit trail is for late-noticed attacks. */
export const keptDays = {
  auditEvent: 90,
  challenge: 7,
  session: 90,
  trustedDevice: 30,
  mailEvent: 90,
  paymentEvent: 90,
  mailArrival: 7,
  userPendingDeletion: 7,
  accountRecovery: 14,
  emailChange: 7,
  outboxMail: 30,
  guestBag: 30,
};

const dayMs = 24 * 60 * 60_000;

/** From the end of the year: France's Code de commerce L123-22, the longest in docs/decisions/orders.md. */
export const orderKeptYears = 10;

export function ordersKeptSince(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear() - orderKeptYears, 0));
}

/** What is older is deleted, or no longer counts. */
export function keptSince(kind: keyof typeof keptDays, now: Date): Date {
  return new Date(now.getTime() - keptDays[kind] * dayMs);
}

export const deletionWaitDays = keptDays.userPendingDeletion;

export function deletionDue(askedAt: Date): Date {
  return new Date(askedAt.getTime() + deletionWaitDays * dayMs);
}

/** A weekend without mail, yet short for a real loss (docs/account-recovery.md). */
export const recoveryWaitHours = 72;

export function recoveryDue(toldAt: Date): Date {
  return new Date(toldAt.getTime() + recoveryWaitHours * 60 * 60_000);
}

/** What was added since is removed by an undo: a thief may have prepared it. */
export function doubtedSince(at: Date): Date {
  return keptSince("emailChange", at);
}

export function undoableUntil(at: Date): Date {
  return new Date(at.getTime() + keptDays.emailChange * dayMs);
}
