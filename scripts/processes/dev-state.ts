import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isRunning } from "./lock-file";

type DevState = {
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

/** A secret for this checkout alone, made once and kept, so that a restart logs nobody out. */
export function keptSecret(file: string): string {
  if (existsSync(file)) {
    const kept = readFileSync(file, "utf8").trim();
    if (kept.length >= 32) return kept;
  }
  const secret = randomBytes(33).toString("base64url");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
