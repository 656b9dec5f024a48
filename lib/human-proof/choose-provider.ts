import { altcha } from "./altcha";
import type { ProofTask } from "./proof-request";
import type { HumanProofProvider } from "./provider";
import { turnstile, turnstileKeys } from "./turnstile";

/** Turnstile where the shop has its keys, else the proof of work that needs nobody else. */
export function chooseProvider(): HumanProofProvider<ProofTask> {
  const keys = turnstileKeys();
  return keys ? turnstile(keys) : altcha;
}
