import { readFileSync } from "node:fs";

export type Part = {
  name: string;
  stop: () => Promise<void>;
  exited?: Promise<unknown>;
};

export type RunningParts = {
  add: <Kind extends Part>(part: Kind) => Kind;
  stopAll: () => Promise<void>;
};

/** Stops parts in reverse order: on request, signals, a dead npm or a dead part. */
export function keepRunningParts(options: {
  exitCodeOnSignal: number;
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

/** A killed npm passes no signal on. */
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

/** Linux only; elsewhere npm is our parent. */
function parentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1] ?? "";
  } catch {
    return "";
  }
}
