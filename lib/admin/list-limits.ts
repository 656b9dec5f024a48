import { findClosed, findSlowed } from "@/lib/limits/consume";
import { inForce, type LimitInForce, readLimitEvents } from "./read-limit-events";

/** A limit that refuses somebody at this moment. */
export type ClosedLimit = LimitInForce;

/**
 * The limits that are closed now, newest first, 200 at most. The store of the limits knows nobody by name; the audit
 * trail tells who ran into which, and the store whether it is closed still. Throws LimitsUnavailable.
 */
export async function listClosedLimits(now = new Date()): Promise<ClosedLimit[]> {
  const met = await readLimitEvents("limit_reached", now);
  return inForce(met, await findClosed(met));
}

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
