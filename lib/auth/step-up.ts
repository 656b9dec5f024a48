import { db, type Transaction } from "@/lib/db/client";

/**
 * The acts that ask for a fresh proof, each for itself: a proof for one opens no other (R5, ASVS 6.6.2), and neither does
 * the login, so a session that was taken a minute ago is worth no more than an old one.
 */
export const sensitiveActs = ["end-all-sessions", "add-passkey", "remove-passkey"] as const;
export type SensitiveAct = (typeof sensitiveActs)[number];

/** What each act is called in the mail that carries its code. */
export const actNames: Record<SensitiveAct, string> = {
  "end-all-sessions": "log out everywhere",
  "add-passkey": "add a passkey",
  "remove-passkey": "remove a passkey",
};

/** The name of the act that a challenge's payload speaks of; undefined for one that asks for none. */
export function findActName(payload: unknown): string | undefined {
  const act = (payload as { act?: unknown } | null)?.act;
  return sensitiveActs.includes(act as SensitiveAct) ? actNames[act as SensitiveAct] : undefined;
}

/** How long a proof counts, in milliseconds (R33; ASVS 7.5.1; django-allauth's 300 s). */
export const stepUpLifeMs = 5 * 60_000;

/** Whether this session has proven for this act, within the last five minutes, that its user still reads the mailbox. */
export async function hasFreshProof(sessionId: string, act: SensitiveAct, now = new Date()): Promise<boolean> {
  const proof = await db().stepUp.findUnique({
    where: { sessionId_act: { sessionId, act }, provenAt: { gt: new Date(now.getTime() - stepUpLifeMs) } },
    select: { act: true },
  });
  return proof !== null;
}

/**
 * Uses a fresh proof up, in the transaction of the act that it is for; false if there is none. One statement under the
 * row's lock, so one proof is one act.
 */
export async function spendProof(transaction: Transaction, sessionId: string, act: SensitiveAct): Promise<boolean> {
  const { count } = await transaction.stepUp.deleteMany({
    where: { sessionId, act, provenAt: { gt: new Date(Date.now() - stepUpLifeMs) } },
  });
  return count > 0;
}
