import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { isRunning } from "@/scripts/processes/lock-file";

export type DevState = {
  pid: number;
  shopUrl: string;
  inboxUrl?: string;
  /** Never a given DATABASE_URL. */
  embeddedDatabaseUrl?: string;
};

const DEV_STATE_FILE = ".data/dev.json";

export function writeDevState(state: DevState): void {
  writeFileSync(DEV_STATE_FILE, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}

export function removeDevState(): void {
  rmSync(DEV_STATE_FILE, { force: true });
}

/** In this folder, or null. */
export function findRunningDev(): DevState | null {
  try {
    const state = JSON.parse(readFileSync(DEV_STATE_FILE, "utf8")) as DevState;
    return isRunning(state.pid, "scripts/dev.ts") ? state : null;
  } catch {
    return null;
  }
}
