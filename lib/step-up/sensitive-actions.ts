/**
 * The acts that ask for a fresh proof, each for itself: a proof for one opens no other (R5, ASVS 6.6.2), and neither
 * does the login, so a session that was taken a minute ago is worth no more than an old one. These take a code from the
 * mail, a passkey of the user, or one of their recovery codes; no code from the mail where the user has switched codes off.
 */
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
/** Those of them that change how an account is reached. */
export type ProfileAction = Extract<CodeAction, "change-email" | "change-phone">;

/**
 * These take a passkey and nothing else: whoever reads the mail of staff must not read or run the shop with it, and
 * nobody switches codes off without a passkey that works where they are.
 */
const passkeyActs = ["administer", "open-dashboard", "export-records", "switch-codes-off"] as const;
export type PasskeyAction = (typeof passkeyActs)[number];

export type SensitiveAction = CodeAction | PasskeyAction;

/** The act that is called so; undefined for anything else. A passkey proves each of them. */
export function findSensitiveAction(name: unknown): SensitiveAction | undefined {
  return [...codeActions, ...passkeyActs].find((act) => act === name);
}

/** Whether a code from the mail proves this act, too. */
export function takesCode(act: SensitiveAction): act is CodeAction {
  return codeActions.some((each) => each === act);
}

/** Whether a proof for this act is used up by it. What admins do is not: see admin-changes.md. */
export function isUsedUp(act: SensitiveAction): boolean {
  return act !== "administer";
}

/** The act that a challenge's payload speaks of; null for one that asks for none. */
export function findCodeAction(payload: unknown): CodeAction | null {
  const known = findSensitiveAction((payload as { act?: unknown } | null)?.act);
  return known !== undefined && takesCode(known) ? known : null;
}
