import { afterAll, beforeAll, beforeEach } from "vitest";
import type { AccountNames } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "./client";
import { type RunningEmulator, startEmulator } from "./start-emulator";

/** An emulator for the tests of a file or a `describe`. What it gives is filled before they run. */
export function testEmulator(accountFor: "each test" | "all tests") {
  const [emulator, control, names] = [{} as RunningEmulator, {} as EmulatorClient, {} as AccountNames];
  beforeAll(async () => {
    Object.assign(emulator, await startEmulator());
    Object.assign(control, createEmulatorClient(emulator.url));
  });
  const before = accountFor === "each test" ? beforeEach : beforeAll;
  before(async () => {
    Object.assign(names, await control.addAccount());
  });
  afterAll(() => emulator.close());
  return { emulator, control, names };
}
