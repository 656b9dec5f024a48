import type { HttpBindings } from "@hono/node-server";
import type { Account } from "./account";
import { currentMs } from "./clock";
import { type EmulatorState, emptyState } from "./emulator-state";
import { createMailroom, type Mailroom } from "./mailroom";

/** What a request handler may touch: the state, and what lives outside of it because it cannot be copied. */
export type World = {
  state: EmulatorState;
  mailroom: Mailroom;
  snapshots: Map<string, EmulatorState>;
  /** Answers a request as if it had come over the wire. Verify sends its mails to SendGrid this way. */
  dispatch(request: Request): Promise<Response>;
  nowMs(): number;
};

/** What Hono carries along with each request. In-process requests have no socket. */
export type EmulatorEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: { account: Account; faultId: string | undefined };
};

/** A world without accounts. With a seed every id and code is the same on each run. */
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
