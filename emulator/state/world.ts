import { randomFillSync, randomInt } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context, Handler, Hono } from "hono";
import type { Account } from "./account";
import { type EmulatorState, emptyState } from "./emulator-state";
import { createMailroom, type Mailroom } from "./mailroom";

/** The state, and what cannot be copied. */
export type World = {
  state: EmulatorState;
  mailroom: Mailroom;
  snapshots: Map<string, EmulatorState>;
  /** In process; Verify mails by SendGrid this way. */
  dispatch(request: Request): Promise<Response>;
  nowMs(): number;
};

/** In-process requests have no socket. */
export type EmulatorEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: { account: Account; isMainKey: boolean; faultId: string | undefined };
};

export function createWorld(options: { seed?: number } = {}): World {
  const world: World = {
    state: emptyState(options.seed ?? null),
    mailroom: createMailroom(),
    snapshots: new Map(),
    dispatch: () => Promise.reject(new Error("The emulator has not been started.")),
    nowMs: () => currentMs(world.state),
  };
  return world;
}

/** Tests may move or stop it. */
function currentMs(state: EmulatorState): number {
  return state.clock.frozenAtMs ?? Date.now() + state.clock.offsetMs;
}

/** Twilio's: ISO 8601, UTC, whole seconds. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function spacedSeconds(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

export function randomFraction(state: EmulatorState): number {
  if (state.seed === null) return randomInt(2 ** 32) / 2 ** 32;
  state.seed = (state.seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state.seed ^ (state.seed >>> 15), 1 | state.seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** One system call for many. */
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

export function randomHex(state: EmulatorState, length: number): string {
  if (state.seed === null)
    return pooledBytes(Math.ceil(length / 2))
      .toString("hex")
      .slice(0, length);
  return Array.from({ length }, () => Math.floor(randomFraction(state) * 16).toString(16)).join("");
}

export function randomDigits(state: EmulatorState, length: number): string {
  return Array.from({ length }, () => Math.floor(randomFraction(state) * 10)).join("");
}

/** Two letters and 32 hex digits. */
export function newSid(state: EmulatorState, prefix: string): string {
  return `${prefix}${randomHex(state, 32)}`;
}

/** Version 4, seeded. */
export function newUuid(state: EmulatorState): string {
  const hex = randomHex(state, 30);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export type Handlers = Partial<Record<Method, Handler<EmulatorEnv>>>;

/** So that other methods are known to be wrong. */
export function resource(
  app: Hono<EmulatorEnv>,
  path: string,
  handlers: Handlers,
  refuseMethod: (context: Context<EmulatorEnv>) => Response,
): void {
  for (const [method, handler] of Object.entries(handlers)) app.on(method, path, handler);
  app.all(path, refuseMethod);
}

export function findSendgridByKey(state: EmulatorState, key: string): Account | undefined {
  for (const account of state.accounts.values())
    if (account.sendgrid.keys.some((known) => known.key === key)) return account;
  return undefined;
}
