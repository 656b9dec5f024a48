import { findLoginUser } from "@/lib/users/find-login-user";
import { createChallenge } from "./challenge";
import { deliverCode, firstDelivery } from "./deliver-code";
import type { Visitor } from "./visitor";

/** A challenge that waits for its code, and the sending that the caller runs after the response. */
export type Started = { challengeId: string; deliver: () => Promise<void> };

/**
 * Starts a login for a canonical email. Known, unknown and disabled addresses do the same work here and get the same
 * challenge; they differ only in what is mailed, after the response.
 */
export async function startLogin(
  request: { email: string; returnTo: string | null },
  browserKey: string,
  visitor: Visitor,
): Promise<Started> {
  const user = await findLoginUser(request.email);
  const challengeId = await createChallenge({ purpose: "LOGIN", registration: null, ...request }, browserKey, visitor);
  const delivery = firstDelivery(challengeId, request.email, user !== null, visitor);
  return { challengeId, deliver: () => deliverCode(delivery) };
}
