import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export function runTool(
  packageName: string,
  binary: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  return runNode(join(dirname(require.resolve(`${packageName}/package.json`)), binary), args, environment);
}

/** In our process group, for Ctrl-C. */
export async function runNode(file: string, args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const child = startTiedChild(file, args, environment, { hasOwnProcessGroup: false });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const [code] = await once(child, "exit");
  process.off("exit", endWithUs);
  return code ?? 1;
}

/** Ends with this process, even if killed. */
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
