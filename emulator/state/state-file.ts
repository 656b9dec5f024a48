import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { type EmulatorState, stateVersion } from "@/emulator/state/emulator-state";

function packMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? { $map: [...value] } : value;
}

function unpackMaps(_key: string, value: unknown): unknown {
  const isPacked = typeof value === "object" && value !== null && "$map" in value && Array.isArray(value.$map);
  return isPacked ? new Map(value.$map as [unknown, unknown][]) : value;
}

/** The state that an earlier run left, or undefined if there is none of this shape. */
export function readStateFile(path: string): EmulatorState | undefined {
  if (!existsSync(path)) return undefined;
  const state: EmulatorState = JSON.parse(readFileSync(path, "utf8"), unpackMaps);
  return state.version === stateVersion ? state : undefined;
}

/** Writes the state beside its file and then in its place, so that a crash leaves the old one whole. Owner only: it holds codes. */
export function writeStateFile(path: string, state: EmulatorState): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, JSON.stringify(state, packMaps), { mode: 0o600 });
  renameSync(fresh, path);
}
