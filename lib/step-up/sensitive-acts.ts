/**
 * The acts that ask for a fresh proof, each for itself: a proof for one opens no other (R5, ASVS 6.6.2), and neither does
 * the login, so a session that was taken a minute ago is worth no more than an old one. These take a code from the mail.
 */
export const codeActs = ["end-all-sessions", "add-passkey", "remove-passkey"] as const;
export type CodeAct = (typeof codeActs)[number];

/** These take a passkey and nothing else: whoever reads an admin's mail must not run the shop with it. */
export const passkeyActs = ["administer"] as const;
export type PasskeyAct = (typeof passkeyActs)[number];

export type SensitiveAct = CodeAct | PasskeyAct;

/** What each act is called in the mail that carries its code. */
export const actNames: Record<CodeAct, string> = {
  "end-all-sessions": "log out everywhere",
  "add-passkey": "add a passkey",
  "remove-passkey": "remove a passkey",
};

/** The name of the act that a challenge's payload speaks of; undefined for one that asks for none. */
export function findActName(payload: unknown): string | undefined {
  const act = (payload as { act?: unknown } | null)?.act;
  return codeActs.includes(act as CodeAct) ? actNames[act as CodeAct] : undefined;
}
