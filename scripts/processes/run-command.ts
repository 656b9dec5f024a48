import { type ChildProcess, fork, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export function runTool(
  packageName: string,
  binary: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  options?: { holdsOutput: boolean },
): Promise<number> {
  return runNode(join(dirname(require.resolve(`${packageName}/package.json`)), binary), args, environment, options);
}

/** In our process group, for Ctrl-C. With `holdsOutput` it prints at its end, in one piece. */
export async function runNode(
  file: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  { holdsOutput } = { holdsOutput: false },
): Promise<number> {
  const child = startTiedChild(file, args, environment, { hasOwnProcessGroup: false, holdsOutput });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => output.push(chunk));
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const [code] = await once(child, "close");
  process.off("exit", endWithUs);
  process.stdout.write(Buffer.concat(output));
  return code ?? 1;
}

/** Ends with this process, even if killed. */
export function startTiedChild(
  file: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  options: { hasOwnProcessGroup: boolean; holdsOutput?: boolean },
): ChildProcess {
  const output = options.holdsOutput ? "pipe" : "inherit";
  return fork(file, args, {
    env: { ...environment, EXIT_WITH_PARENT: String(process.pid) },
    execArgv: ["--import", new URL("./exit-with-parent.mjs", import.meta.url).href],
    detached: options.hasOwnProcessGroup && process.platform !== "win32",
    stdio: ["ignore", output, output, "ipc"],
  });
}

/** Sends the program a signal when our end of the pipe closes, and ends with the program. */
const TIED_TO_US = `signal=$1; shift; exec 3<&0
"$@" & program=$!
{ cat <&3 >/dev/null; kill -$signal $program; } & watch=$!
wait $program; code=$?; kill $watch; exit $code`;

/** Starts a program that ends with this process, even if killed. `signal` is the one that stops it at once. */
export function startTiedProgram(
  command: string[],
  signal: "INT" | "QUIT" | "TERM",
  options: SpawnOptions = {},
): { exited: Promise<unknown>; hasExited: () => boolean; stop: () => Promise<void> } {
  const child = spawn("/bin/sh", ["-c", TIED_TO_US, "sh", signal, ...command], {
    ...options,
    // Ctrl-C must reach the shop before what it needs.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const exited = once(child, "exit");
  return {
    exited,
    hasExited: () => child.exitCode !== null,
    async stop() {
      child.stdin?.end();
      await exited;
    },
  };
}
