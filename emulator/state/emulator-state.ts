import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Account } from "./account";
import type { FaultRule } from "./fault-rule";
import type { DeliveryOutcome, InboxMessage } from "./mailroom";

export type JournalEntry = {
  id: number;
  at: string;
  method: string;
  path: string;
  /** Null if refused before it is known. */
  accountSid: string | null;
  to: string[];
  status: number;
  errorCode: number | null;
  /** Twilio's or Stripe's request id, or SendGrid's message id. */
  requestId: string | null;
  faultId: string | null;
  tookMs: number;
  userAgent: string | null;
  request: unknown;
};

/** `*` stands for anything. */
type DeliveryRule = { id: string; to: string; outcome: DeliveryOutcome };

export type PendingPost = {
  id: string;
  accountSid: string;
  to: { kind: "sendgrid-webhook" | "twilio-sink" | "stripe-endpoint"; id: string };
  body: string;
  tries: number;
  firstDueAtMs: number;
  dueAtMs: number;
};

/** Where Twilio contradicts itself, to test both readings. */
export type Settings = {
  /** 60202's page says 429; VerificationCheck's says the sid is gone. */
  afterMaxChecks: "429" | "404";
  /** What a send meets after the last check. */
  createAfterMaxChecks: "60202" | "60203" | "fresh";
  checkStatus: 200 | 201;
};

export type EmulatorState = {
  version: number;
  clock: { offsetMs: number; frozenAtMs: number | null };
  /** Null: random. */
  seed: number | null;
  settings: Settings;
  accounts: Map<string, Account>;
  messages: InboxMessage[];
  deliveryRules: DeliveryRule[];
  faults: FaultRule[];
  journal: JournalEntry[];
  pendingPosts: PendingPost[];
};

/** Raise it when the shape changes. */
const stateVersion = 6;

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

export function readStateFile(path: string): EmulatorState | undefined {
  if (!existsSync(path)) return undefined;
  const state: EmulatorState = JSON.parse(readFileSync(path, "utf8"), unpackMaps);
  return state.version === stateVersion ? state : undefined;
}

/** Atomic; owner only, as it holds codes. */
export function writeStateFile(path: string, state: EmulatorState): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, JSON.stringify(state, packMaps), { mode: 0o600 });
  renameSync(fresh, path);
}
