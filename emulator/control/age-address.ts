import type { EmulatorState } from "@/emulator/state/emulator-state";

/** Makes everything that Verify knows of one address older, as if time had passed for it alone. */
export function ageAddress(state: EmulatorState, to: string, ms: number): void {
  const address = to.toLowerCase();
  for (const account of state.accounts.values())
    for (const verification of account.verifications.values()) {
      if (verification.to.toLowerCase() !== address) continue;
      verification.createdAtMs -= ms;
      verification.updatedAtMs -= ms;
      verification.expiresAtMs -= ms;
      for (const send of verification.sends) send.atMs -= ms;
      for (const event of verification.life) event.atMs -= ms;
    }
}
