import { db, type Transaction } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { CodeAction, SensitiveAction } from "./sensitive-actions";

/** How long a proof counts, in milliseconds (R33; ASVS 7.5.1; django-allauth's 300 s). */
export const stepUpLifeMs = 5 * 60_000;

/** Whether this session has proven itself for this act within the last five minutes. */
export async function hasReauthenticated(sessionId: string, act: SensitiveAction, now = new Date()): Promise<boolean> {
  const proof = await db().stepUp.findUnique({
    where: { sessionId_act: { sessionId, act }, provenAt: { gt: new Date(now.getTime() - stepUpLifeMs) } },
    select: { act: true },
  });
  return proof !== null;
}

/** Writes down that this session has proven itself for this act, in the transaction that used the proof up. */
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

/**
 * Uses a fresh proof up, in the transaction of the act that it is for; false if there is none. One statement under the
 * row's lock, so one proof is one act.
 */
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

/**
 * What a fresh proof is for, to go on from "to" in a sentence: "add a passkey". `new-address` is what the code does that
 * goes to an account's new address: its reader may be a stranger to the account.
 */
export function actionInWords(act: CodeAction | "new-address", locale: Locale): string {
  return translator(locale, "sensitiveActions")(act);
}
