import type { PendingPost } from "@/emulator/control/event-posts";
import type { FaultRule } from "@/emulator/control/fault-rule";
import type { JournalEntry } from "@/emulator/control/journal";
import type { InboxMessage } from "@/emulator/inbox/inbox-message";
import type { DeliveryRule } from "@/emulator/sendgrid/delivery-outcome";
import type { Account } from "@/emulator/state/account";

/** Twilio leaves these open or contradicts itself; each can be turned to test a client against both readings. */
export type Settings = {
  /** 60202's page says 429 until the end of life, VerificationCheck's page says the sid is gone. */
  afterMaxChecks: "429" | "404";
  /** What a new send meets while the checks of the old code are used up. */
  createAfterMaxChecks: "60202" | "60203" | "fresh";
  /** Both are in Twilio's OpenAPI description. */
  checkStatus: 200 | 201;
};

/** All that the emulator knows: plain data, so that it can be copied, stored and restored as a whole. */
export type EmulatorState = {
  version: number;
  clock: { offsetMs: number; frozenAtMs: number | null };
  /** The seeded generator's position, or null when ids and codes come from the operating system. */
  seed: number | null;
  settings: Settings;
  accounts: Map<string, Account>;
  messages: InboxMessage[];
  deliveryRules: DeliveryRule[];
  faults: FaultRule[];
  journal: JournalEntry[];
  pendingPosts: PendingPost[];
};

/** Counts up when the shape changes, so that a state file of another shape is not taken for this one. */
export const stateVersion = 4;

/** An emulator that has just been switched on and knows no account yet. */
export function emptyState(seed: number | null): EmulatorState {
  return {
    version: stateVersion,
    clock: { offsetMs: 0, frozenAtMs: null },
    seed,
    settings: { afterMaxChecks: "429", createAfterMaxChecks: "60202", checkStatus: 200 },
    accounts: new Map(),
    messages: [],
    deliveryRules: [],
    faults: [],
    journal: [],
    pendingPosts: [],
  };
}
