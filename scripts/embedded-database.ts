import { fork } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupProblem } from "./setup-problem";

export type EmbeddedDatabaseOptions = {
  /** Where the data lives; without it the database is in memory and gone with its process. */
  dataDir?: string;
  /** On loopback; without it any free one. */
  port?: number;
};

export type EmbeddedDatabaseMessage = { type: "ready"; port: number } | { type: "failed"; reason: string };

export type EmbeddedDatabase = {
  url: string;
  pid: number;
  /** Settles when the process is gone, for whatever reason. */
  exited: Promise<void>;
  stop: () => Promise<void>;
};

const STOP_TIMEOUT_MS = 5_000;

/**
 * Starts a real PostgreSQL (PGlite) in a process of its own and waits until it accepts connections.
 * The process ends when this one does, however this one ends.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions = {}): Promise<EmbeddedDatabase> {
  const file = fileURLToPath(new URL("./embedded-database-process.ts", import.meta.url));
  const child = fork(file, [JSON.stringify(options)], {
    cwd: dirname(dirname(file)),
    execArgv: ["--import", "tsx"],
    // A session of its own: Ctrl-C must reach the shop before the database it still writes to.
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
    url: `postgresql://postgres:postgres@127.0.0.1:${message.port}/postgres`,
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
