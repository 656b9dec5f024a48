import { chooseStore } from "./choose-store";
import { type Charge, createLimits, type Decision, type StoredLimit, type Use } from "./count-limits";

export type { Charge, Decision, StoredLimit, Use } from "./count-limits";
export { LimitsUnavailable } from "./limits-unavailable";

const limits = createLimits(chooseStore);

/**
 * Charges one to each limit, or to none: a refused call costs nothing but the refusal that it adds to what is full.
 * A full limit opens when its window ends; asking meanwhile does not put that off.
 * Throws LimitsUnavailable where the store does not answer: whoever asks stays closed.
 */
export async function consume(charges: Charge[]): Promise<Decision> {
  return await limits.consume(charges);
}

/** Takes one charge back from each limit, never below 0. For what was charged and then not done. Throws as `consume`. */
export async function refund(charges: Charge[]): Promise<void> {
  await limits.refund(charges);
}

/** Lets the counts start anew, as after a success. Throws as `consume`. */
export async function forget(charges: Charge[]): Promise<void> {
  await limits.forget(charges);
}

/** Makes a limit full at once, for at least so many seconds. Throws as `consume`. */
export async function exhaust(charge: Charge, seconds: number): Promise<void> {
  await limits.exhaust(charge, seconds);
}

/** Until when each of these limits is closed, null where it is open. Throws as `consume`. */
export async function findClosed(stored: StoredLimit[]): Promise<(Date | null)[]> {
  return await limits.findClosed(stored);
}

/** Lets a count start anew that only its name in the store is known of, as an admin releases it. Throws as `consume`. */
export async function release(stored: StoredLimit): Promise<void> {
  await limits.release(stored);
}

/**
 * Until when whoever runs into each of these limits is asked for a proof first, null where they are not: it is below its
 * soft limit, or closed. Throws as `consume`.
 */
export async function findSlowed(stored: StoredLimit[]): Promise<(Date | null)[]> {
  return await limits.findSlowed(stored);
}

/** How much of each limit is used now, in the same order, charging nothing. Throws as `consume`. */
export async function readUse(charges: Charge[]): Promise<Use[]> {
  return await limits.readUse(charges);
}
