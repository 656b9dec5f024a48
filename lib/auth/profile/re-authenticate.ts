import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, refund } from "@/lib/limits/consume";
import { spendReauthentication } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";

/** Charges a message, then spends the re-authentication: a reached limit leaves it. False without one, and nothing
 * is charged. Throws TooManyRequests. */
export async function spendProfileReauthentication(
  session: LiveSession,
  act: SensitiveAction,
  charges: Charge[],
  { address, visitor }: { address: string; visitor: Visitor },
): Promise<boolean> {
  await chargeOrRefuse(charges, address, visitor);
  const isSpent = await db().$transaction((transaction) => spendReauthentication(transaction, session.id, act));
  if (!isSpent) await refund(charges);
  return isSpent;
}
