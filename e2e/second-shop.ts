import { type ChildProcess, spawn } from "node:child_process";
import getPort from "get-port";

export type SecondShop = { url: string; output: () => string; exitCode: Promise<number | null>; stop: () => void };

/** The same build with other settings, on `PORT` or any free port; undefined unsets. `folder` may be another build. */
export async function startSecondShop(
  change: Record<string, string | undefined>,
  folder = ".next/standalone",
): Promise<SecondShop> {
  const port = Number(change.PORT ?? (await getPort()));
  const url = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    APP_URL: url,
    ...change,
  };
  const child: ChildProcess = spawn(process.execPath, [`${folder}/server.js`], { env: environment });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const exitCode = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { url, output: () => output, exitCode, stop: () => void child.kill("SIGTERM") };
}

/** Fails with its output. */
export async function waitUntilUp(shop: SecondShop): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    const up = await fetch(`${shop.url}/api/health`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The second shop did not start:\n${shop.output()}`);
}
