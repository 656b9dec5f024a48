import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { realVerify, refusal } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

let emulator: RunningEmulator;
let control: EmulatorClient;

beforeAll(async () => {
  emulator = await startEmulator();
  control = createEmulatorClient(emulator.url);
});

afterEach(() => control.clearFaults());
afterAll(() => emulator.close());

function send(to: string) {
  return realVerify(emulator.url).verifications.create({ to, channel: "email" });
}

describe("faults", () => {
  test("a fault for one address leaves every other address alone", async () => {
    await control.addFault({ match: { to: "unlucky@shop.example" }, action: { code: 20429 } });
    expect(await refusal(send("unlucky@shop.example"))).toEqual({ status: 429, code: 20429 });
    expect((await send("lucky@shop.example")).status).toBe("pending");
  });

  test("a fault starts at the nth request and ends after so many times", async () => {
    await control.addFault({
      match: { to: "second@shop.example", path: "/Verifications$", nth: 2, times: 1 },
      action: { code: 20503 },
    });
    expect(await refusal(send("second@shop.example"))).toBeUndefined();
    expect(await refusal(send("second@shop.example"))).toEqual({ status: 503, code: 20503 });
    expect(await refusal(send("second@shop.example"))).toBeUndefined();
  });

  test("a fault on checks finds the address behind a verification sid", async () => {
    const { sid } = await send("checked@shop.example");
    await control.addFault({ match: { to: "checked@*", path: "/VerificationCheck$" }, action: { status: 500 } });
    const check = realVerify(emulator.url).verificationChecks.create({ verificationSid: sid, code: "123456" });
    expect(await refusal(check)).toMatchObject({ status: 500 });
  });

  test("a connection cut before the work sends no mail, and one cut after it has sent the mail", async () => {
    await control.addFault({ match: { to: "before@*" }, action: { drop: "before" } });
    await expect(send("before@shop.example")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await control.messages({ to: "before@shop.example" })).toEqual([]);
    await control.addFault({ match: { to: "after@*", path: "/Verifications$" }, action: { drop: "after" } });
    await expect(send("after@shop.example")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await control.messages({ to: "after@shop.example" })).toHaveLength(1);
  });

  test.each(["html", "empty", "malformed-json"] as const)("a 503 with the body %s is still a failure", async (body) => {
    await control.addFault({ match: { to: "odd@*" }, action: { status: 503, body } });
    await expect(send("odd@shop.example")).rejects.toThrow();
  });

  test("a delay postpones the answer", async () => {
    await control.addFault({ match: { to: "slow@*", times: 1 }, action: { delayMs: 120 } });
    const startedMs = performance.now();
    await send("slow@shop.example");
    expect(performance.now() - startedMs).toBeGreaterThan(110);
  });

  test("a preset adds a fault by its name", async () => {
    await control.addFault({ preset: "fraud-block", to: "fraud@shop.example" });
    expect(await refusal(send("fraud@shop.example"))).toEqual({ status: 403, code: 60410 });
  });

  test("when SendGrid refuses the mail, no send counts and no verification stays", async () => {
    const to = "refused@shop.example";
    await control.addFault({
      match: { to, path: "^/v3/" },
      action: { status: 401, message: "Maximum credits exceeded" },
    });
    for (let sends = 0; sends < 6; sends++) expect(await refusal(send(to))).toEqual({ status: 401, code: 60603 });
    await control.clearFaults();
    expect((await send(to)).sendCodeAttempts).toHaveLength(1);
  });
});

describe("the inbox API", () => {
  test("waiting ends when the message arrives, or with 408", async () => {
    const to = "waiting@shop.example";
    const waiting = control.waitForMessage({ to });
    await send(to);
    expect((await waiting).to).toBe(to);
    await expect(control.waitForMessage({ to: "never@shop.example", timeoutMs: 30 })).rejects.toThrow("408");
  });

  test("waiting after a message finds only later ones", async () => {
    const to = "twice@shop.example";
    await send(to);
    const first = await control.waitForMessage({ to });
    await send(to);
    const second = await control.waitForMessage({ to, after: first.id });
    expect(second.id).not.toBe(first.id);
  });

  test("a code that was already read is skipped for the next one", async () => {
    const to = "again@shop.example";
    const verify = realVerify(emulator.url);
    await send(to);
    const first = await control.latestCode(to);
    await verify.verificationChecks.create({ to, code: first });
    const next = control.latestCode(to);
    await send(to);
    expect((await verify.verificationChecks.create({ to, code: await next })).status).toBe("approved");
  });

  test("the newest code is returned when no code is usable", async () => {
    const to = "late@shop.example";
    await send(to);
    const code = await control.latestCode(to);
    await control.advanceClock(600_000, to);
    expect(await control.latestCode(to, { timeoutMs: 20 })).toBe(code);
  });

  test("clearing one address keeps the messages of others", async () => {
    await send("cleared@shop.example");
    await send("kept@shop.example");
    await control.clear("cleared@shop.example");
    expect(await control.messages({ to: "cleared@shop.example" })).toEqual([]);
    expect(await control.messages({ to: "kept@shop.example" })).toHaveLength(1);
  });
});
