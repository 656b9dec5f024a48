import { randomInt } from "node:crypto";

const lowestCounter = 1_500;
const highestCounter = 3_000;

/** The server chooses it, so the work has a ceiling (docs/decisions/proof-of-work-by-altcha.md). */
export function chooseCounter(): number {
  return randomInt(lowestCounter, highestCounter + 1);
}
