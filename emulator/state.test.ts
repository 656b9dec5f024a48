import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createEmulatorClient } from "@/emulator/client";
import { realVerify, refusal } from "@/emulator/real-sdks";
import { type EmulatorOptions, startEmulator } from "@/emulator/start-emulator";

const to = "keeper@shop.example";

async function withEmulator<Result>(
  options: EmulatorOptions,
  use: (url: string, control: ReturnType<typeof createEmulatorClient>) => Promise<Result>,
): Promise<Result> {
  const emulator = await startEmulator(options);
  try {
    return await use(emulator.url, createEmulatorClient(emulator.url));
  } finally {
    await emulator.close();
  }
}

describe("the state as a whole", () => {
  test("restoring a snapshot undoes everything since, and can be done again", async () => {
    await withEmulator({}, async (url, control) => {
      const verify = realVerify(url);
      const { sid } = await verify.verifications.create({ to, channel: "email" });
      const code = await control.latestCode(to);
      const restore = await control.snapshot();
      for (let round = 0; round < 2; round++) {
        expect((await verify.verificationChecks.create({ verificationSid: sid, code })).status).toBe("approved");
        await restore();
      }
      expect((await verify.verifications(sid).fetch()).status).toBe("pending");
    });
  });

  test("with the same seed the same requests give the same ids and codes", async () => {
    const run = () =>
      withEmulator({ seed: 7 }, async (url, control) => {
        const { sid } = await realVerify(url).verifications.create({ to, channel: "email" });
        return { sid, code: await control.latestCode(to) };
      });
    expect(await run()).toEqual(await run());
  });

  test("a reset with a seed starts the same story again", async () => {
    await withEmulator({}, async (url, control) => {
      const codes: string[] = [];
      for (let round = 0; round < 2; round++) {
        await control.reset(11);
        await realVerify(url).verifications.create({ to, channel: "email" });
        codes.push(await control.latestCode(to));
      }
      expect(codes[0]).toBe(codes[1]);
    });
  });

  test("with a state file, a pending code survives a restart, and only the owner can read the file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "emulator-"));
    const stateFile = join(folder, "state.json");
    try {
      const code = await withEmulator({ stateFile }, async (url, control) => {
        await realVerify(url).verifications.create({ to, channel: "email" });
        return control.latestCode(to);
      });
      expect(statSync(stateFile).mode & 0o077).toBe(0);
      const check = await withEmulator({ stateFile }, (url) => realVerify(url).verificationChecks.create({ to, code }));
      expect(check.status).toBe("approved");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("where Twilio leaves a question open, the emulator can give both answers", () => {
  test("checks after the fifth are answered with 404, and a new send starts a new verification", async () => {
    await withEmulator({}, async (url, control) => {
      await control.changeSettings({ afterMaxChecks: "404", createAfterMaxChecks: "fresh", checkStatus: 201 });
      const verify = realVerify(url);
      const first = await verify.verifications.create({ to, channel: "email" });
      const wrong = (await control.latestCode(to)) === "000000" ? "111111" : "000000";
      const check = () => verify.verificationChecks.createWithHttpInfo({ to, code: wrong });
      for (let checks = 0; checks < 5; checks++) expect((await check()).statusCode).toBe(201);
      expect(await refusal(check())).toEqual({ status: 404, code: 20404 });
      expect((await verify.verifications.create({ to, channel: "email" })).sid).not.toBe(first.sid);
    });
  });
});
