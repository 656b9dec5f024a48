import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SetupProblem } from "./setup-problem";

/**
 * Makes this process the only one that uses a data directory; returns the function that gives it up.
 * A lock whose process is gone (kill -9, power cut) is taken over.
 */
export function lockDataDir(dataDir: string): () => void {
  const lockFile = `${dataDir}.lock`;
  mkdirSync(dirname(lockFile), { recursive: true });
  if (!tryToLock(lockFile)) {
    const holder = readHolder(lockFile);
    if (holder !== undefined && isEmbeddedDatabase(holder)) {
      throw new SetupProblem(
        `The embedded database in ${dataDir} is in use by process ${holder}. Stop that one first (if it is something else, delete ${lockFile}).`,
      );
    }
    rmSync(lockFile, { force: true });
    if (!tryToLock(lockFile)) throw new SetupProblem(`Another process has just taken ${lockFile}. Try again.`);
  }
  return () => {
    if (readHolder(lockFile) === process.pid) rmSync(lockFile, { force: true });
  };
}

function tryToLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(lockFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(lockFile, "utf8"), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Process numbers are used again, above all after a container restarts; Linux can tell what the process is. */
function isEmbeddedDatabase(pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("embedded-database-process");
  } catch {
    return isAlive(pid);
  }
}

/** Whether a process of that number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
