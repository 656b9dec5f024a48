import type { AuditEventName } from "./events";

/** What each entry of the audit trail tells, as staff read it. */
export const eventSentences: Record<AuditEventName, string> = {
  login_requested: "A code to log in was asked for",
  registration_requested: "A code to register was asked for",
  code_sent: "A code was sent",
  code_resent: "Another message with the code was asked for",
  code_not_sent: "A code could not be sent",
  no_account_notified: "An address without an account was told so",
  code_rejected: "A wrong code was entered",
  limit_reached: "A limit was reached",
  proof_required: "A proof of work was asked for first",
  login_succeeded: "Logged in",
  login_refused: "A login was refused: the account is disabled",
  user_registered: "Registered",
  challenge_reported: "A code was reported: “This was not me”",
  session_reported: "A login was reported: “This was not me”",
  browser_reported: "A browser was reported: “This was not me”",
  passkey_reported: "A passkey was reported: “This was not me”",
  new_browser_alerted: "An alert about a new browser was due",
  logout: "Logged out",
  session_ended: "A session was ended",
  other_sessions_ended: "All sessions but one were ended",
  all_sessions_ended: "All sessions were ended",
  step_up_requested: "A fresh proof was asked for",
  step_up_proven: "A fresh proof was given",
  passkey_added: "A passkey was added",
  passkey_renamed: "A passkey was renamed",
  passkey_removed: "A passkey was removed",
  passkey_change_alerted: "A mail about an added or removed passkey was due",
  passkey_rejected: "A passkey's answer was refused",
  passkey_clone_suspected: "A passkey was closed: there may be a copy of it",
  admin_created: "An admin was created",
  user_invited: "An admin invited the user",
  user_edited: "An admin changed the profile",
  user_disabled: "An admin disabled the account",
  user_enabled: "An admin let the account in again",
  role_changed: "An admin changed the role",
  passkeys_reset: "An admin removed all passkeys",
  user_deleted: "An admin deleted the account",
  limit_released: "An admin released a limit",
  users_exported: "Users were exported",
  audit_exported: "The audit trail was exported",
};

/** What happened, in words. A name that this version does not know stays as it is. */
export function describeEvent(name: string): string {
  return Object.hasOwn(eventSentences, name) ? eventSentences[name as AuditEventName] : name;
}
