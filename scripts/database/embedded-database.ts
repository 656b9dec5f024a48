import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { SetupProblem } from "@/scripts/processes/setup-problem";

export type EmbeddedDatabaseOptions = {
  /** Without it, in memory. */
  dataDir?: string;
  /** On loopback; any free one by default. */
  port?: number;
};

export type EmbeddedDatabaseMessage = { type: "ready"; port: number } | { type: "failed"; reason: string };

export type EmbeddedDatabase = {
  url: string;
  pid: number;
  exited: Promise<void>;
  stop: () => Promise<void>;
};

const STOP_TIMEOUT_MS = 5_000;

/** Known before it is open. */
export function addressOfEmbeddedDatabase(port: number): string {
  return `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`;
}

/** Starts PGlite in a child process that ends with this one. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions = {}): Promise<EmbeddedDatabase> {
  const file = fileURLToPath(new URL("./embedded-database-process.ts", import.meta.url));
  const child = fork(file, [JSON.stringify(options)], {
    execArgv: ["--import", "tsx"],
    // Ctrl-C must reach the shop before its database.
    detached: process.platform !== "win32",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "exit").then(() => {});
  const message = await Promise.race([
    once(child, "message").then(([first]) => first as EmbeddedDatabaseMessage),
    exited.then((): EmbeddedDatabaseMessage => ({ type: "failed", reason: "The embedded database ended at once." })),
  ]);
  if (message.type === "failed") throw new SetupProblem(message.reason);

  return {
    url: addressOfEmbeddedDatabase(message.port),
    pid: child.pid ?? 0,
    exited,
    async stop() {
      if (child.connected) child.disconnect();
      const killer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(killer);
    },
  };
}
