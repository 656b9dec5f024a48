import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, refund } from "@/lib/limits/consume";
import { spendProof } from "@/lib/step-up/re-authentication";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";

/**
 * Charges what a message costs, and uses up the fresh proof that lets it be sent; false where there is none, and then
 * nothing is charged. In this order, so that a limit which is reached leaves the proof for later. Throws
 * TooManyRequests.
 */
export async function spendProfileProof(
  session: LiveSession,
  act: SensitiveAct,
  charges: Charge[],
  { address, visitor }: { address: string; visitor: Visitor },
): Promise<boolean> {
  await chargeOrRefuse(charges, address, visitor);
  const isSpent = await db().$transaction((transaction) => spendProof(transaction, session.id, act));
  if (!isSpent) await refund(charges);
  return isSpent;
}
