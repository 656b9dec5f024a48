import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { isLoopback } from "@/emulator/control/loopback-only";
import { createApp } from "@/emulator/create-app";
import { defaultAccount } from "@/emulator/default-account";
import { addAccount } from "@/emulator/state/add-account";
import { createWorld } from "@/emulator/world";

export type EmulatorOptions = {
  /** 0, the default, takes any free port. */
  port?: number;
  /** A loopback name; anything else is refused. */
  host?: string;
  /** Makes ids and codes the same on each run. */
  seed?: number;
};

export type RunningEmulator = { url: string; close(): Promise<void> };

/** Starts Twilio Verify and SendGrid on one loopback address, with the default account ready for use. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { port = 0, host = "127.0.0.1", seed } = options;
  if (!isLoopback(host))
    throw new Error(`The emulator shows codes to anyone who asks, so it does not listen on ${host}.`);
  const world = createWorld({ seed });
  addAccount(world.state, defaultAccount, world.nowMs());
  const app = createApp(world);
  world.dispatch = async (request) => app.fetch(request);

  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
