import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import getPort from "get-port";

export type RedisServer = {
  url: string;
  /** It keeps connections and says nothing. */
  pause: () => void;
  resume: () => void;
  stop: () => Promise<void>;
};

const attempts = 3;

/** On loopback, and in memory unless told otherwise; retries if its port is taken. */
export async function startRedisServer(
  program: string,
  port?: number,
  settings: Record<string, string> = {},
): Promise<RedisServer> {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await getPort({ host: "127.0.0.1" }));
    try {
      return await startAt(program, chosen, settings);
    } catch (error) {
      if (attempt === attempts) throw error;
      await setTimeout(500);
    }
  }
}

async function startAt(program: string, port: number, given: Record<string, string>): Promise<RedisServer> {
  const settings = { port: String(port), bind: "127.0.0.1", save: "", appendonly: "no", daemonize: "no", ...given };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  const exited = once(child, "exit");
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`redis-server ended with ${code} before it was ready.`)));
    createInterface(child.stdout).on("line", (line) => {
      if (line.includes("eady to accept connections")) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    async stop() {
      process.off("exit", endWithUs);
      child.kill("SIGKILL");
      await exited;
    },
  };
}
