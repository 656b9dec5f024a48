import { readFileSync } from "node:fs";

export type Part = {
  name: string;
  stop: () => Promise<void>;
  /** Settles when the part ends by itself, where it can. */
  exited?: Promise<unknown>;
};

export type RunningParts = {
  add: <Kind extends Part>(part: Kind) => Kind;
  stopAll: () => Promise<void>;
};

/**
 * Keeps account of what a script has started, and stops it in reverse order: when asked, on Ctrl-C, on SIGTERM,
 * when the terminal closes, when npm is killed above us, and when one part dies.
 */
export function keepRunningParts(options: {
  exitCodeOnSignal: number;
  /** False where the script has more to tell even so. */
  isOverWhenOneIsLost: boolean;
  onStopping?: () => void;
}): RunningParts {
  const parts: Part[] = [];
  let stopping: Promise<void> | undefined;

  const stopAll = () => {
    stopping ??= (async () => {
      options.onStopping?.();
      for (const part of parts.toReversed()) await part.stop().catch((error) => console.error(error));
    })();
    return stopping;
  };
  const leave = (exitCode: number) => void stopAll().then(() => process.exit(exitCode));

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => leave(options.exitCodeOnSignal));
  }
  if (process.env.npm_lifecycle_event !== undefined) whenParentIsGone(() => leave(1));

  return {
    stopAll,
    add(part) {
      parts.push(part);
      void part.exited?.then(() => {
        if (stopping !== undefined) return;
        console.error(`\n${part.name} has ended unexpectedly. What it said stands above.`);
        if (options.isOverWhenOneIsLost) leave(1);
      });
      return part;
    },
  };
}

/** npm passes signals on, but an npm that is killed outright does not; a shell may stand between it and us. */
function whenParentIsGone(react: () => void): void {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    react();
  }, 500);
  watch.unref();
}

/** Known on Linux only; elsewhere the shell gives its place to us and npm is our direct parent. */
function parentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1] ?? "";
  } catch {
    return "";
  }
}
