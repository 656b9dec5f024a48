import { randomFillSync, randomInt } from "node:crypto";
import type { EmulatorState } from "@/emulator/state/emulator-state";

/** A fraction in [0, 1): from the seed where there is one (mulberry32), so that a run can be repeated exactly. */
export function randomFraction(state: EmulatorState): number {
  if (state.seed === null) return randomInt(2 ** 32) / 2 ** 32;
  state.seed = (state.seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state.seed ^ (state.seed >>> 15), 1 | state.seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Asking the system for a few bytes costs as much as for many. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function pooledBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

/** So many lower-case hexadecimal digits. */
export function randomHex(state: EmulatorState, length: number): string {
  if (state.seed === null)
    return pooledBytes(Math.ceil(length / 2))
      .toString("hex")
      .slice(0, length);
  return Array.from({ length }, () => Math.floor(randomFraction(state) * 16).toString(16)).join("");
}

/** A numeric code; leading zeros are as likely as any other digit. */
export function randomDigits(state: EmulatorState, length: number): string {
  return Array.from({ length }, () => Math.floor(randomFraction(state) * 10)).join("");
}

/** A Twilio sid: two letters and 32 hexadecimal digits. */
export function newSid(state: EmulatorState, prefix: string): string {
  return `${prefix}${randomHex(state, 32)}`;
}

/** A version 4 UUID, seeded like everything else. */
export function newUuid(state: EmulatorState): string {
  const hex = randomHex(state, 30);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}
