/** One re-authentication per action (R5, ASVS 6.6.2). By code, unless switched off, passkey or recovery code. */
export const codeActions = [
  "end-sessions",
  "add-passkey",
  "remove-passkey",
  "make-recovery-codes",
  "change-email",
  "change-phone",
  "export-data",
  "delete-account",
  "switch-codes-on",
] as const;
export type CodeAction = (typeof codeActions)[number];
export type ProfileAction = Extract<CodeAction, "change-email" | "change-phone">;

/** By passkey only: a mailbox must not run the shop. */
const passkeyActions = ["administer", "open-dashboard", "export-records", "switch-codes-off"] as const;
export type PasskeyAction = (typeof passkeyActions)[number];

export type SensitiveAction = CodeAction | PasskeyAction;

export function findSensitiveAction(name: unknown): SensitiveAction | undefined {
  return [...codeActions, ...passkeyActions].find((act) => act === name);
}

export function takesCode(act: SensitiveAction): act is CodeAction {
  return codeActions.some((each) => each === act);
}

/** Admins' re-authentication is not spent: docs/decisions/admin-changes.md. */
export function isUsedUp(act: SensitiveAction): boolean {
  return act !== "administer";
}

export function findCodeAction(payload: unknown): CodeAction | null {
  const known = findSensitiveAction((payload as { act?: unknown } | null)?.act);
  return known !== undefined && takesCode(known) ? known : null;
}
