import getPort, { portNumbers } from "get-port";
import { SetupProblem } from "./setup-problem";

/**
 * Finds a port for a part of the shop: the usual one, or the next free one, which is then told.
 * A port that was asked for through its variable is taken as it is or refused.
 */
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
