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
  knownBrowser: 30,
  mailEvent: 90,
  leavingUser: 7,
  accountRecovery: 14,
  emailChange: 7,
  outboxMail: 30,
};
