import { findClosed } from "@/lib/limits/consume";
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
