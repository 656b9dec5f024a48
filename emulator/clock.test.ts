import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { realVerify, refusal } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

let emulator: RunningEmulator;
let control: EmulatorClient;

beforeAll(async () => {
  emulator = await startEmulator();
  control = createEmulatorClient(emulator.url);
});

afterEach(() => control.resetClock());
afterAll(() => emulator.close());

const noon = "2030-01-01T12:00:00.000Z";

test("a frozen clock stands still, and dates everything", async () => {
  await control.freezeClock(noon);
  const verification = await realVerify(emulator.url).verifications.create({
    to: "frozen@b.example",
    channel: "email",
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await control.now()).toBe(noon);
  expect(verification.dateCreated.toISOString()).toBe(noon);
  expect((await control.waitForMessage({ to: "frozen@b.example" })).receivedAt).toBe(noon);
});

test("a frozen clock can be advanced, runs on from there, and goes back to the machine's time", async () => {
  await control.freezeClock(noon);
  await control.advanceClock(60_000);
  expect(await control.now()).toBe("2030-01-01T12:01:00.000Z");
  await control.resumeClock();
  await expect.poll(() => control.now()).not.toBe("2030-01-01T12:01:00.000Z");
  expect((await control.now()).slice(0, 16)).toBe("2030-01-01T12:01");
  await control.resetClock();
  expect(Math.abs(Date.parse(await control.now()) - Date.now())).toBeLessThan(5_000);
});

test("an advanced clock ends codes for everyone", async () => {
  const { verifications, verificationChecks } = realVerify(emulator.url);
  await verifications.create({ to: "ending@b.example", channel: "email" });
  const code = await control.latestCode("ending@b.example");
  await control.advanceClock(600_000);
  const check = verificationChecks.create({ to: "ending@b.example", code });
  expect(await refusal(check)).toEqual({ status: 404, code: 20404 });
});

test("a service whose codes live longer gives them until then", async () => {
  const names = await control.addAccount();
  const { verifications, verificationChecks } = realVerify(emulator.url, names);
  await control.changeService(names.accountSid, names.verifyServiceSid, { codeLifetimeMs: 86_400_000 });
  await verifications.create({ to: "long@b.example", channel: "email" });
  await control.advanceClock(86_400_000 - 10_000, "long@b.example");
  const code = await control.latestCode("long@b.example");
  expect((await verificationChecks.create({ to: "long@b.example", code })).status).toBe("approved");
});
