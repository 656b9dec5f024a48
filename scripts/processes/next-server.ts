import { once } from "node:events";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { startTiedChild } from "./run-command";
import type { Part } from "./running-parts";
import { SetupProblem } from "./setup-problem";

/** More than it takes to let connections end (instrumentation-node.ts). */
const STOP_TIMEOUT_MS = 10_000;

export type NextServer = Part & { pid: number; exited: Promise<unknown> };

type NextOptions = {
  /** Of a production build: where its server.js is. */
  folder?: string;
  host?: string;
};

/** In a process group that ends with this process. */
export function startNext(
  command: "dev" | "start",
  port: number,
  environment: NodeJS.ProcessEnv,
  { folder = ".next/standalone", host = "127.0.0.1" }: NextOptions = {},
): NextServer {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const [file, args] =
    command === "dev"
      ? [next, ["dev", "--port", String(port), "--hostname", host]]
      : [resolve(folder, "server.js"), []];
  // Ctrl-C must reach us alone.
  const child = startTiedChild(
    file,
    args,
    { ...environment, PORT: String(port), HOSTNAME: host },
    { hasOwnProcessGroup: true },
  );
  const pid = child.pid ?? 0;
  const exited = once(child, "exit");
  return {
    name: "The shop (Next)",
    pid,
    exited,
    async stop() {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(killer);
      killGroup(pid);
    },
  };
}

/** With any status. */
export async function waitForAnswer(url: string, server: NextServer, timeoutMs: number): Promise<number> {
  const deadline = Date.now() + timeoutMs;
  let hasExited = false;
  void server.exited.then(() => {
    hasExited = true;
  });
  while (Date.now() < deadline && !hasExited) {
    try {
      const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(deadline - Date.now()) });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new SetupProblem(
    hasExited
      ? `${server.name} ended before it answered.`
      : `${url} did not answer within ${timeoutMs / 1000} seconds.`,
  );
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {}
}
