import { describe, expect, test } from "vitest";
import { realTwilio, realVerify, refusal } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

const { emulator, control, names } = testEmulator("each test");
let people = 0;

function newAddress(): string {
  people += 1;
  return `limited-${people}@shop.example`;
}

describe("a service's own rate limits", () => {
  test("a send beyond a bucket is refused with 429, 20429, the limit's name and a retry time", async () => {
    const verify = realVerify(emulator.url, names);
    const limit = await verify.rateLimits.create({ uniqueName: "ip", description: "per visitor" });
    await verify.rateLimits(limit.sid).buckets.create({ max: 2, interval: 60 });
    const path = `${emulator.url}/v2/Services/${names.verifyServiceSid}/Verifications`;
    const send = (ip: string) =>
      fetch(path, {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`${names.accountSid}:${names.authToken}`)}` },
        body: new URLSearchParams({ To: newAddress(), Channel: "email", RateLimits: JSON.stringify({ ip }) }),
      });
    expect((await send("192.0.2.1")).status).toBe(201);
    expect((await send("192.0.2.1")).status).toBe(201);
    const refused = await send("192.0.2.1");
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({
      code: 20429,
      message: "Too many requests",
      more_info: "https://www.twilio.com/docs/errors/20429",
      status: 429,
    });
    expect(refused.headers.get("twilio-reached-rate-limit")).toBe("ip");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect((await send("192.0.2.2")).status).toBe(201);
    await control.advanceClock(60_000);
    expect((await send("192.0.2.1")).status).toBe(201);
    await control.resetClock();
  });

  test("limits and buckets are created, listed, changed and removed", async () => {
    const { rateLimits } = realVerify(emulator.url, names);
    const limit = await rateLimits.create({ uniqueName: "per.address" });
    expect(await refusal(rateLimits.create({ uniqueName: "per.address" }))).toMatchObject({ code: 60208 });
    expect(await refusal(rateLimits.create({ uniqueName: "no spaces" }))).toMatchObject({ code: 60209 });
    expect((await rateLimits(limit.sid).update({ description: "new" })).description).toBe("new");
    const { buckets } = rateLimits(limit.sid);
    const bucket = await buckets.create({ max: 5, interval: 60 });
    expect(await refusal(buckets.create({ max: 9, interval: 60 }))).toMatchObject({ code: 60211 });
    expect((await buckets(bucket.sid).update({ max: 6 })).max).toBe(6);
    expect(await buckets.list()).toHaveLength(1);
    expect(await buckets(bucket.sid).remove()).toBe(true);
    expect(await rateLimits(limit.sid).remove()).toBe(true);
    expect(await rateLimits.list()).toEqual([]);
  });
});

describe("polling", () => {
  test("the 61st request for a verification within a minute is refused", async () => {
    const verify = realVerify(emulator.url, names);
    const { sid } = await verify.verifications.create({ to: newAddress(), channel: "email" });
    for (let looks = 0; looks < 60; looks++) await verify.verifications(sid).fetch();
    expect(await refusal(verify.verifications(sid).fetch())).toEqual({ status: 429, code: 20429 });
  });
});

describe("attempts", () => {
  test("each send is an attempt, and the one that was answered is converted", async () => {
    const verify = realVerify(emulator.url, names);
    const { verificationAttempts, verificationAttemptsSummary } = realTwilio(emulator.url, names).verify.v2;
    const to = newAddress();
    await verify.verifications.create({ to, channel: "email" });
    await verify.verifications.create({ to, channel: "email" });
    await verify.verifications.create({ to: newAddress(), channel: "email" });
    await verify.verificationChecks.create({ to, code: await control.latestCode(to) });
    const attempts = await verificationAttempts.list({ "channelData.to": to });
    expect(attempts.map(({ conversionStatus }) => conversionStatus)).toEqual(["converted", "unconverted"]);
    expect((await verificationAttempts(attempts[0]?.sid ?? "").fetch()).verificationSid).toMatch(/^VE/);
    expect(await verificationAttemptsSummary().fetch()).toMatchObject({
      totalAttempts: 3,
      totalConverted: 1,
      totalUnconverted: 2,
    });
  });

  test("a list longer than a page is read completely", async () => {
    const verify = realVerify(emulator.url, names);
    for (let index = 0; index < 5; index++) await verify.verifications.create({ to: newAddress(), channel: "email" });
    const { verificationAttempts } = realTwilio(emulator.url, names).verify.v2;
    expect(await verificationAttempts.list({ pageSize: 2 })).toHaveLength(5);
  });
});

describe("services", () => {
  test("a service is created, changed, listed and removed", async () => {
    const { services } = realTwilio(emulator.url, names).verify.v2;
    const before = await services.list();
    const service = await services.create({ friendlyName: "another", codeLength: 8 });
    expect(service.codeLength).toBe(8);
    expect((await services(service.sid).update({ customCodeEnabled: true })).customCodeEnabled).toBe(true);
    const order = { to: newAddress(), channel: "sms", customCode: "4711" };
    expect(
      await refusal(services(service.sid).verifications.create({ ...order, to: "+4915112345678" })),
    ).toBeUndefined();
    expect((await control.waitForMessage({ to: "+4915112345678" })).code).toBe("4711");
    expect(await services.list()).toHaveLength(before.length + 1);
    expect(await services(service.sid).remove()).toBe(true);
    expect(await refusal(services(service.sid).fetch())).toEqual({ status: 404, code: 20404 });
  });

  test("a custom code needs a service that allows it", async () => {
    const order = { to: newAddress(), channel: "email", customCode: "4711" };
    expect(await refusal(realVerify(emulator.url, names).verifications.create(order))).toMatchObject({ code: 60204 });
  });

  test("templates for messages and calls are listed", async () => {
    expect((await realTwilio(emulator.url, names).verify.v2.templates.list()).length).toBeGreaterThan(0);
  });
});
