import type { TestProject } from "vitest/node";
import { startEmulator } from "@/emulator/start-emulator";
import { emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { shopConfig } from "@/shop.config";

/** Runs one emulator for all test files of a project and points the environment at it. */
export default async function setup(project: TestProject) {
  const emulator = await startEmulator({ port: 0, host: "127.0.0.1", shopName: shopConfig.name });
  Object.assign(project.config.env, emulatorEnvironment(emulator.url), { EMULATOR_URL: emulator.url });
  return () => emulator.close();
}
