import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "./lock-file";
import { SetupProblem } from "./setup-problem";

/** A database whose parent was just killed needs a moment to close its files. */
const PATIENCE_MS = 4_000;

/** Makes this process the only one that uses a data directory; returns the function that gives it up. */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const lockFile = `${dataDir}.lock`;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const lock = takeLock(lockFile, "embedded-database-process");
    if (lock.isTaken) return lock.release;
    if (Date.now() > deadline) {
      throw new SetupProblem(
        `The embedded database in ${dataDir} is in use by process ${lock.holder}. Stop that one first (if it is something else, delete ${lockFile}).`,
      );
    }
    await sleep(100);
  }
}
