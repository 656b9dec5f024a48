import { db, type Transaction } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { CodeAction, SensitiveAction } from "./sensitive-actions";

/** In ms (R33; ASVS 7.5.1; django-allauth's 300 s). */
export const stepUpLifeMs = 5 * 60_000;

/** Within the last five minutes. */
export async function hasReauthenticated(sessionId: string, act: SensitiveAction, now = new Date()): Promise<boolean> {
  const proof = await db().stepUp.findUnique({
    where: { sessionId_act: { sessionId, act }, provenAt: { gt: new Date(now.getTime() - stepUpLifeMs) } },
    select: { act: true },
  });
  return proof !== null;
}

export async function noteReauthentication(
  transaction: Transaction,
  sessionId: string,
  act: SensitiveAction,
  provenAt: Date,
): Promise<void> {
  await transaction.stepUp.upsert({
    where: { sessionId_act: { sessionId, act } },
    create: { sessionId, act, provenAt },
    update: { provenAt },
  });
}

/** Spends a re-authentication in the action's transaction; false if none. Under the row's lock, so each counts once. */
export async function spendReauthentication(
  transaction: Transaction,
  sessionId: string,
  act: SensitiveAction,
): Promise<boolean> {
  const { count } = await transaction.stepUp.deleteMany({
    where: { sessionId, act, provenAt: { gt: new Date(Date.now() - stepUpLifeMs) } },
  });
  return count > 0;
}

/** Follows "to" in a sentence. `new-address`: its reader may be a stranger to the account. */
export function actionInWords(act: CodeAction | "new-address", locale: Locale): string {
  return translator(locale, "sensitiveActions")(act);
}
