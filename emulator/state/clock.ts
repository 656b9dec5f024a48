import type { EmulatorState } from "@/emulator/state/emulator-state";

/** The emulator's time, which tests may move or stop. Every life and every window is measured with it. */
export function currentMs(state: EmulatorState): number {
  return state.clock.frozenAtMs ?? Date.now() + state.clock.offsetMs;
}

/** Twilio's date form: ISO 8601, UTC, whole seconds. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** SendGrid's date form in templates: `YYYY-MM-DD HH:MM:SS`. */
export function spacedSeconds(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
