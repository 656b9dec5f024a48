import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { DeliveryOutcome } from "@/emulator/state/inbox-message";
import type { SendgridAccount } from "@/emulator/state/sendgrid-account";

const byLocalPart: [RegExp, DeliveryOutcome][] = [
  [/^bounce[ds]?([+._-].*)?@/i, "bounced"],
  [/^drop(ped)?([+._-].*)?@/i, "dropped"],
  [/^deferred([+._-].*)?@/i, "deferred"],
];

/** True if the pattern, in which `*` stands for anything, covers the address. */
export function coversAddress(pattern: string, address: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${source}$`, "i").test(address);
}

/**
 * What becomes of a mail to this address: earlier bounces first, then the rules that tests add, then the address
 * itself (`bounce@…`, `dropped@…`, `deferred@…`, also with `+anything`).
 */
export function deliveryOutcome(state: EmulatorState, sendgrid: SendgridAccount, to: string): DeliveryOutcome {
  if (sendgrid.bounces.has(to.toLowerCase())) return "dropped";
  const rule = state.deliveryRules.find((candidate) => coversAddress(candidate.to, to));
  if (rule !== undefined) return rule.outcome;
  return byLocalPart.find(([pattern]) => pattern.test(to))?.[1] ?? "delivered";
}
