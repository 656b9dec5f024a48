import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const INTERVAL_MS = 1_000;
/** `next dev` restarts its server when next.config.mjs changes; that takes a second or two. */
const REFUSALS_IN_A_ROW = 8;

/**
 * Settles when nobody has accepted connections on a local port for some seconds.
 * The `next dev` command outlives its own server if that one is killed (by a system short of memory, say).
 */
export async function untilPortIsSilent(port: number): Promise<void> {
  let refusals = 0;
  while (refusals < REFUSALS_IN_A_ROW) {
    await sleep(INTERVAL_MS, undefined, { ref: false });
    refusals = (await accepts(port)) ? 0 : refusals + 1;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "localhost" });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
