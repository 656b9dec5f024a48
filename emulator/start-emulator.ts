import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { addAccount, defaultAccount } from "@/emulator/accounts/add-account";
import { isLoopback } from "@/emulator/control/control-request";
import { createApp } from "@/emulator/create-app";
import { readStateFile, writeStateFile } from "@/emulator/state/emulator-state";
import { createWorld } from "@/emulator/state/world";
import { expireSessions } from "@/emulator/stripe/checkout-sessions";
import { announceLives } from "@/emulator/twilio/life-events";
import { makeDuePosts } from "@/emulator/webhooks/event-posts";

const pumpEveryMs = 200;

export type EmulatorOptions = {
  /** 0, the default, takes any free port. */
  port?: number;
  /** A loopback name; anything else is refused. */
  host?: string;
  shopName?: string;
  /** Makes ids and codes the same on each run. */
  seed?: number;
  /** A file that keeps the state from one run to the next. */
  stateFile?: string;
};

export type RunningEmulator = { url: string; close(): Promise<void> };

/** Starts Twilio Verify, SendGrid and Stripe on one loopback address, with the default account ready for use. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { port = 0, host = "127.0.0.1", shopName = defaultAccount.fromName, seed, stateFile } = options;
  if (!isLoopback(host))
    throw new Error(`The emulator shows codes to anyone who asks, so it does not listen on ${host}.`);
  const world = createWorld({ seed });
  const earlier = stateFile === undefined ? undefined : readStateFile(stateFile);
  if (earlier !== undefined) world.state = earlier;
  if (!world.state.accounts.has(defaultAccount.accountSid))
    addAccount(world.state, { ...defaultAccount, fromName: shopName }, world.nowMs());
  const app = createApp(world);
  world.dispatch = async (request) => app.fetch(request);

  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  if ("keepAliveTimeout" in server) server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const pump = setInterval(() => {
    announceLives(world);
    expireSessions(world);
    void makeDuePosts(world);
  }, pumpEveryMs).unref();
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        clearInterval(pump);
        if (stateFile !== undefined) writeStateFile(stateFile, world.state);
        server.close((error) => (error ? reject(error) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
