import { type ChildProcess, fork } from "node:child_process";

/** Starts a Node program that ends when this process does, even when this one is killed outright. */
export function startTiedChild(
  file: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  options: { hasOwnProcessGroup: boolean },
): ChildProcess {
  return fork(file, args, {
    env: { ...environment, EXIT_WITH_PARENT: String(process.pid) },
    execArgv: ["--import", new URL("./exit-with-parent.mjs", import.meta.url).href],
    detached: options.hasOwnProcessGroup && process.platform !== "win32",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
