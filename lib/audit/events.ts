/** Past tense, subject first. */
export const auditEventNames = [
  "login_requested",
  "registration_requested",
  "code_sent",
  "code_resent",
  "code_not_sent",
  "no_account_notified",
  "codes_off_notified",
  "code_rejected",
  "access_refused",
  "limit_reached",
  "proof_required",
  "login_succeeded",
  "login_refused",
  "user_registered",
  "challenge_reported",
  "session_reported",
  "browser_reported",
  "passkey_reported",
  "new_browser_alerted",
  "logout",
  "session_ended",
  "other_sessions_ended",
  "all_sessions_ended",
  "oldest_sessions_ended",
  "step_up_requested",
  "step_up_proven",
  "passkey_added",
  "passkey_renamed",
  "passkey_removed",
  "passkey_change_alerted",
  "passkey_rejected",
  "passkey_clone_suspected",
  "codes_switched_off",
  "codes_switched_on",
  "recovery_codes_made",
  "recovery_codes_voided",
  "recovery_code_rejected",
  "recovery_codes_alerted",
  "username_changed",
  "language_changed",
  "email_change_requested",
  "email_changed",
  "email_change_undone",
  "phone_code_requested",
  "phone_changed",
  "phone_reported",
  "profile_change_alerted",
  "data_exported",
  "deletion_asked",
  "deletion_alerted",
  "login_held",
  "deletion_undone",
  "order_placed",
  "order_cancelled",
  "account_deleted",
  "admin_created",
  "user_invited",
  "user_edited",
  "user_disabled",
  "user_enabled",
  "role_changed",
  "passkeys_reset",
  "user_deleted",
  "recovery_started",
  "recovery_alerted",
  "recovery_stopped",
  "recovery_completed",
  "limit_released",
  "product_added",
  "product_edited",
  "audit_exported",
  "users_exported",
] as const;

export type AuditEventName = (typeof auditEventNames)[number];

/** No codes, tokens or whole addresses. */
export type AuditEntry = {
  name: AuditEventName;
  actorId?: string | null;
  subjectId?: string | null;
  challengeId?: string | null;
  maskedIdentifier?: string | null;
  ip?: string | null;
  userAgent?: string | null;
  details?: Record<string, string | number | boolean | null>;
};
