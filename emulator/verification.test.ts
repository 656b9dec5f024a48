import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { realTwilio, realVerify, refusal } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

let emulator: RunningEmulator;
let inbox: EmulatorClient;
let verify: ReturnType<typeof realVerify>;
let people = 0;

const tenMinutesMs = 600_000;

function newAddress(): string {
  people += 1;
  return `person-${people}@shop.example`;
}

function send(to: string, channel = "email") {
  return verify.verifications.create({ to, channel });
}

function wrongFor(code: string): string {
  return code === "000000" ? "111111" : "000000";
}

beforeAll(async () => {
  emulator = await startEmulator();
  inbox = createEmulatorClient(emulator.url);
  verify = realVerify(emulator.url);
});

afterAll(() => emulator.close());

describe("sending a code", () => {
  test("a code that was mailed is approved once", async () => {
    const to = newAddress();
    const verification = await send(to);
    expect(verification).toMatchObject({ to, channel: "email", status: "pending", valid: false });
    const code = await inbox.latestCode(to);
    const check = await verify.verificationChecks.create({ verificationSid: verification.sid, code });
    expect(check).toMatchObject({ sid: verification.sid, to, status: "approved", valid: true });
  });

  test("a resend repeats the code and keeps the verification and the end of its life", async () => {
    const to = newAddress();
    const first = await send(to);
    const code = await inbox.latestCode(to);
    await inbox.advanceClock(tenMinutesMs - 60_000, to);
    const second = await send(to);
    expect(second.sid).toBe(first.sid);
    expect(second.sendCodeAttempts).toHaveLength(2);
    expect(await inbox.latestCode(to)).toBe(code);
    await inbox.advanceClock(60_000, to);
    expect(await refusal(verify.verificationChecks.create({ to, code }))).toEqual({ status: 404, code: 20404 });
  });

  test("the sixth send is refused with 429 and 60203", async () => {
    const to = newAddress();
    for (let sends = 0; sends < 5; sends++) await send(to);
    expect(await refusal(send(to))).toEqual({ status: 429, code: 60203 });
    expect(await inbox.messages({ to })).toHaveLength(5);
  });

  test("simultaneous sends share one verification", async () => {
    const to = newAddress();
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(to)));
    expect(new Set(sent.map(({ sid }) => sid)).size).toBe(1);
  });

  test("the case of an email does not make a second verification", async () => {
    const to = newAddress();
    const first = await send(to);
    expect((await send(to.toUpperCase())).sid).toBe(first.sid);
  });

  test.each(["sms", "whatsapp", "call"])("a code by %s lands in the same inbox", async (channel) => {
    const to = `+4915112345${100 + channel.length}`;
    const { sid } = await send(to, channel);
    const message = await inbox.waitForMessage({ to });
    expect(message).toMatchObject({ channel, to });
    const check = await verify.verificationChecks.create({ verificationSid: sid, code: message.code ?? "" });
    expect(check.status).toBe("approved");
  });

  test.each([
    ["an address that is none", { to: "nobody", channel: "email" }],
    ["a phone number for a mail", { to: "+4915112345678", channel: "email" }],
    ["an email for a text message", { to: "a@b.example", channel: "sms" }],
    ["a channel that does not exist", { to: "a@b.example", channel: "pigeon" }],
  ])("%s is refused with 400 and 60200", async (_name, order) => {
    expect(await refusal(verify.verifications.create(order))).toEqual({ status: 400, code: 60200 });
  });

  test("the answer has Twilio's fifteen keys and never the code", async () => {
    const to = newAddress();
    const response = await fetch(`${emulator.url}/v2/Services/${defaultAccount.verifyServiceSid}/Verifications`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${defaultAccount.accountSid}:${defaultAccount.authToken}`)}`,
      },
      body: new URLSearchParams({ To: to, Channel: "email" }),
    });
    const body = await response.text();
    expect(response.status).toBe(201);
    expect(response.headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
    expect(Object.keys(JSON.parse(body)).toSorted()).toEqual(
      "account_sid amount channel date_created date_updated lookup payee send_code_attempts service_sid sid sna status to url valid".split(
        " ",
      ),
    );
    expect(JSON.parse(body).send_code_attempts[0].channel).toBe("EMAIL");
    expect(body).not.toContain(`"${await inbox.latestCode(to)}"`);
  });
});

describe("checking a code", () => {
  test("a wrong code is no error, and the right one still counts", async () => {
    const to = newAddress();
    await send(to);
    const code = await inbox.latestCode(to);
    const wrong = await verify.verificationChecks.create({ to, code: wrongFor(code) });
    expect(wrong).toMatchObject({ status: "pending", valid: false });
    expect((await verify.verificationChecks.create({ to, code })).status).toBe("approved");
  });

  test("after five wrong codes even the right one is refused with 429 and 60202", async () => {
    const to = newAddress();
    await send(to);
    const code = await inbox.latestCode(to);
    for (let checks = 0; checks < 5; checks++) await verify.verificationChecks.create({ to, code: wrongFor(code) });
    expect(await refusal(verify.verificationChecks.create({ to, code }))).toEqual({ status: 429, code: 60202 });
    expect(await refusal(send(to))).toEqual({ status: 429, code: 60202 });
    await inbox.advanceClock(tenMinutesMs, to);
    expect(await refusal(verify.verificationChecks.create({ to, code }))).toEqual({ status: 404, code: 20404 });
    expect((await send(to)).status).toBe("pending");
  });

  test("an approved code is gone: 404 and 20404, and the next send makes a new verification", async () => {
    const to = newAddress();
    const { sid } = await send(to);
    const code = await inbox.latestCode(to);
    await verify.verificationChecks.create({ to, code });
    const gone = { status: 404, code: 20404 };
    expect(await refusal(verify.verificationChecks.create({ to, code }))).toEqual(gone);
    expect(await refusal(verify.verificationChecks.create({ verificationSid: sid, code }))).toEqual(gone);
    expect(await refusal(verify.verifications(sid).fetch())).toEqual(gone);
    expect((await send(to)).sid).not.toBe(sid);
  });

  test("of parallel right codes exactly one is approved", async () => {
    const to = newAddress();
    const { sid } = await send(to);
    const code = await inbox.latestCode(to);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => verify.verificationChecks.create({ verificationSid: sid, code })),
    );
    const approved = results.filter((result) => result.status === "fulfilled" && result.value.status === "approved");
    expect(approved).toHaveLength(1);
  });

  test("a code expires after ten minutes and not before", async () => {
    const to = newAddress();
    await send(to);
    const code = await inbox.latestCode(to);
    await inbox.advanceClock(tenMinutesMs - 5_000, to);
    expect((await verify.verificationChecks.create({ to, code: wrongFor(code) })).status).toBe("pending");
    await inbox.advanceClock(5_000, to);
    expect(await refusal(verify.verificationChecks.create({ to, code }))).toEqual({ status: 404, code: 20404 });
  });

  test("advancing the clock for one address does not affect another", async () => {
    const [hasty, patient] = [newAddress(), newAddress()];
    await send(patient);
    await send(hasty);
    await inbox.advanceClock(tenMinutesMs, hasty);
    expect(await refusal(verify.verificationChecks.create({ to: hasty, code: "123456" }))).toMatchObject({
      code: 20404,
    });
    const code = await inbox.latestCode(patient);
    expect((await verify.verificationChecks.create({ to: patient, code })).status).toBe("approved");
  });

  test("a code of an impossible length is refused and does not count as a check", async () => {
    const to = newAddress();
    await send(to);
    for (let checks = 0; checks < 6; checks++)
      expect(await refusal(verify.verificationChecks.create({ to, code: "123" }))).toEqual({
        status: 400,
        code: 60200,
      });
    const code = await inbox.latestCode(to);
    expect((await verify.verificationChecks.create({ to, code })).status).toBe("approved");
  });

  test("a check without a target is refused with 60221", async () => {
    expect(await refusal(verify.verificationChecks.create({ code: "123456" }))).toEqual({ status: 400, code: 60221 });
  });

  test("another account's service cannot be reached", async () => {
    const stranger = realTwilio(emulator.url).verify.v2.services(`VA${"f".repeat(32)}`);
    expect(await refusal(stranger.verifications.create({ to: newAddress(), channel: "email" }))).toEqual({
      status: 404,
      code: 20404,
    });
  });
});

describe("deciding for the user", () => {
  test.each(["approved", "canceled"] as const)("%s ends the verification, by sid or by address", async (status) => {
    const to = newAddress();
    const first = await send(to);
    expect((await verify.verifications(first.sid).update({ status })).status).toBe(status);
    const second = await send(to);
    expect(second.sid).not.toBe(first.sid);
    expect((await verify.verifications(to).fetch()).sid).toBe(second.sid);
    expect((await verify.verifications(to).update({ status })).sid).toBe(second.sid);
    expect(await refusal(verify.verifications(to).update({ status }))).toEqual({ status: 404, code: 20404 });
  });

  test("canceling lifts the limit of five sends", async () => {
    const to = newAddress();
    for (let sends = 0; sends < 5; sends++) await send(to);
    await verify.verifications(to).update({ status: "canceled" });
    expect((await send(to)).sendCodeAttempts).toHaveLength(1);
  });
});

describe("who may ask", () => {
  test("a wrong auth token is refused with 401 and 20003", async () => {
    const intruder = realVerify(emulator.url, { ...defaultAccount, authToken: "guess" });
    expect(await refusal(intruder.verifications.create({ to: newAddress(), channel: "email" }))).toEqual({
      status: 401,
      code: 20003,
    });
  });

  test("an unknown path is answered with 404 and 20404, an unknown method with 405 and 20004", async () => {
    const authorization = `Basic ${btoa(`${defaultAccount.accountSid}:${defaultAccount.authToken}`)}`;
    const nowhere = await fetch(`${emulator.url}/v2/Nowhere`, { headers: { authorization } });
    expect([nowhere.status, (await nowhere.json()).code]).toEqual([404, 20404]);
    const path = `/v2/Services/${defaultAccount.verifyServiceSid}/VerificationCheck`;
    const wrongMethod = await fetch(`${emulator.url}${path}`, { headers: { authorization } });
    expect([wrongMethod.status, (await wrongMethod.json()).code]).toEqual([405, 20004]);
  });

  test("a request under a name that is not loopback, or from another web page, is refused", async () => {
    const foreign = await fetch(`${emulator.url}/emulator/messages`, { headers: { origin: "https://evil.example" } });
    expect(foreign.status).toBe(403);
    const rebound = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: "evil.example" };
      get(`${emulator.url}/emulator/messages`, { headers }, ({ statusCode }) => resolve(statusCode)).on(
        "error",
        reject,
      );
    });
    expect(rebound).toBe(403);
    await expect(startEmulator({ host: "0.0.0.0" })).rejects.toThrow("does not listen");
  });
});
