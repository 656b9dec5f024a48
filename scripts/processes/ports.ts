import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import getPort, { portNumbers } from "get-port";
import { SetupProblem } from "./setup-problem";

/** The usual port, or the next free one. A port set by its variable is used or refused. */
export async function choosePort(part: string, variable: string, usual: number): Promise<number> {
  const asked = process.env[variable];
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new SetupProblem(`${variable} is ${JSON.stringify(asked)}, which is not a port number.`);
    }
    if ((await getPort({ port })) !== port) {
      throw new SetupProblem(`Port ${port} (${variable}) is in use. Stop what uses it, or set ${variable} to another.`);
    }
    return port;
  }
  const port = await getPort({ port: portNumbers(usual, usual + 99) });
  if (port !== usual) {
    console.log(`  Port ${usual} is in use, so ${part} takes ${port} (${variable} sets another).`);
  }
  return port;
}

const INTERVAL_MS = 1_000;
/** `next dev` restarts in a second or two. */
const REFUSALS_IN_A_ROW = 8;

/** `next dev` outlives its own server if that is killed. */
export async function untilPortIsSilent(port: number): Promise<void> {
  let refusals = 0;
  while (refusals < REFUSALS_IN_A_ROW) {
    await sleep(INTERVAL_MS, undefined, { ref: false });
    refusals = (await accepts(port)) ? 0 : refusals + 1;
  }
}

/** Whether somebody listens at this port of an address. */
export function accepts(port: number, host = "localhost"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}
