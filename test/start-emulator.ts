import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { emulatorEnvironment } from "@/scripts/emulator-environment";

/** Runs one emulator for all test files of a project and points the environment at it. */
export default async function setup(project: TestProject) {
  // Until the emulator is written.
  if (!existsSync(new URL("../emulator/start-emulator.ts", import.meta.url))) return;
  const { startEmulator } = await import("@/emulator/start-emulator");
  const emulator = await startEmulator({ port: 0, host: "127.0.0.1" });
  Object.assign(project.config.env, emulatorEnvironment(emulator.url), { EMULATOR_URL: emulator.url });
  return () => emulator.close();
}
