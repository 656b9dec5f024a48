import { findSlowed } from "@/lib/limits/consume";
import { inForce, type LimitInForce, readLimitEvents } from "./read-limit-events";

/** A limit by which somebody must do some work, or wait, before they get on. */
export type SlowedLimit = LimitInForce;

/**
 * The limits that slow somebody now and do not refuse them, newest first, 200 at most: the audit trail tells who was
 * asked for a proof of work, and the store whether they still are. Throws LimitsUnavailable.
 */
export async function listSlowedLimits(now = new Date()): Promise<SlowedLimit[]> {
  const met = await readLimitEvents("proof_required", now);
  return inForce(met, await findSlowed(met));
}
