import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Account } from "./account";
import type { FaultRule } from "./fault-rule";
import type { DeliveryOutcome, InboxMessage } from "./mailroom";

/** One request of a client and how it ended. Codes and keys are never in it. */
export type JournalEntry = {
  id: number;
  at: string;
  method: string;
  path: string;
  /** Null if the request was refused before anyone knew whose it is. */
  accountSid: string | null;
  to: string[];
  status: number;
  errorCode: number | null;
  /** Twilio's request id, or SendGrid's message id. */
  requestId: string | null;
  faultId: string | null;
  tookMs: number;
  userAgent: string | null;
  request: unknown;
};

/** A rule for addresses; `*` in the pattern stands for anything. */
type DeliveryRule = { id: string; to: string; outcome: DeliveryOutcome };

/** A post of events that is still to be made, or to be made again. */
export type PendingPost = {
  id: string;
  accountSid: string;
  to: { kind: "sendgrid-webhook" | "twilio-sink"; id: string };
  body: string;
  tries: number;
  firstDueAtMs: number;
  dueAtMs: number;
};

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
const stateVersion = 4;

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

function packMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? { $map: [...value] } : value;
}

function unpackMaps(_key: string, value: unknown): unknown {
  const isPacked = typeof value === "object" && value !== null && "$map" in value && Array.isArray(value.$map);
  return isPacked ? new Map(value.$map as [unknown, unknown][]) : value;
}

/** The state that an earlier run left, or undefined if there is none of this shape. */
export function readStateFile(path: string): EmulatorState | undefined {
  if (!existsSync(path)) return undefined;
  const state: EmulatorState = JSON.parse(readFileSync(path, "utf8"), unpackMaps);
  return state.version === stateVersion ? state : undefined;
}

/** Writes the state beside its file and then in its place, so that a crash leaves the old one whole. Owner only: it holds codes. */
export function writeStateFile(path: string, state: EmulatorState): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, JSON.stringify(state, packMaps), { mode: 0o600 });
  renameSync(fresh, path);
}
