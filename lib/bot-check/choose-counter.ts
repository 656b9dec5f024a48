import { randomInt } from "node:crypto";

const lowestCounter = 1_500;
const highestCounter = 3_000;

/**
 * Which try of a proof of work is the right one. The server chooses it, so the work has a ceiling.
 * docs/decisions/proof-of-work-by-altcha.md has the measurements behind the numbers.
 */
export function chooseCounter(): number {
  return randomInt(lowestCounter, highestCounter + 1);
}
