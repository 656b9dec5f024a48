import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupProblem } from "./setup-problem";

type Lock = { isTaken: true; release: () => void } | { isTaken: false; holder: number };

/** Takes a lock, also from a dead process. `processMark` is a word of the holder's command line. */
export function takeLock(lockFile: string, processMark: string): Lock {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (;;) {
    if (createLockFile(lockFile)) {
      return {
        isTaken: true,
        release() {
          if (readHolder(lockFile) === process.pid) rmSync(lockFile, { force: true });
        },
      };
    }
    const holder = readHolder(lockFile);
    if (holder !== undefined && isRunning(holder, processMark)) return { isTaken: false, holder };
    rmSync(lockFile, { force: true });
  }
}

/** By number and command line: numbers are used again. */
export function isRunning(pid: number, processMark: string): boolean {
  if (pid === process.pid || !exists(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(processMark);
  } catch {
    return exists(pid);
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function createLockFile(lockFile: string): boolean {
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

/** A database closes its files first. */
const PATIENCE_MS = 4_000;

/** Gives the release. */
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
