import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { inbox, newPerson } from "@/test/login-parts";
import { areCodesLate, mayAskProvider, recordProviderOutcome } from "./provider-health";
import { twilioProvider } from "./twilio-provider";

beforeEach(async () => {
  await db().providerHealth.deleteMany();
});

afterEach(() => {
  vi.useRealTimers();
});

async function fail(times: number) {
  for (let time = 0; time < times; time++) await recordProviderOutcome("twilio", "20503");
}

describe("the breaker", () => {
  it("stays closed for four failures, and opens with the fifth in a row", async () => {
    await fail(4);
    expect(await mayAskProvider("twilio")).toBe(true);
    await fail(1);
    expect(await mayAskProvider("twilio")).toBe(false);
    expect(await mayAskProvider("sendgrid")).toBe(true);
  });

  it("starts counting again after a success", async () => {
    await fail(4);
    await recordProviderOutcome("twilio", null);
    await fail(4);
    expect(await mayAskProvider("twilio")).toBe(true);
  });

  it("lets one request of all try every 15 seconds, and closes when it succeeds", async () => {
    await fail(5);
    const later = new Date(Date.now() + 15_001);
    const tries = await Promise.all(Array.from({ length: 10 }, () => mayAskProvider("twilio", later)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    await recordProviderOutcome("twilio", null);
    expect(await mayAskProvider("twilio")).toBe(true);
    expect(await areCodesLate()).toBe(false);
  });

  it("stays open when the one that tried failed", async () => {
    await fail(5);
    const later = new Date(Date.now() + 15_001);
    expect(await mayAskProvider("twilio", later)).toBe(true);
    await fail(1);
    expect(await mayAskProvider("twilio")).toBe(false);
  });

  it("is shared: what another process noted counts here after ten seconds, and a success here ends it", async () => {
    await recordProviderOutcome("twilio", null);
    expect(await areCodesLate()).toBe(false);
    await db().providerHealth.update({
      where: { provider: "twilio" },
      data: { consecutiveFailures: 4, lastFailureAt: new Date() },
    });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_001 });
    expect(await areCodesLate()).toBe(true);
    expect(await mayAskProvider("twilio")).toBe(true);
    await recordProviderOutcome("twilio", null);
    expect(await areCodesLate()).toBe(false);
  });
});

describe("the notice that codes are late", () => {
  it("ends by itself two minutes after the last failure", async () => {
    await fail(1);
    expect(await areCodesLate()).toBe(true);
    await db().providerHealth.updateMany({ data: { lastFailureAt: new Date(Date.now() - 121_000) } });
    expect(await areCodesLate()).toBe(false);
  });
});

it("a refused code closes an open breaker, since Twilio answered", async () => {
  await fail(5);
  await db().providerHealth.updateMany({ data: { lastFailureAt: new Date(Date.now() - 16_000) } });
  const refused = await twilioProvider.check(twilioProvider.decoySid(), "nobody@example.com", "000000");
  expect(refused).toEqual({ ok: false, error: "CODE_REJECTED" });
  expect(await mayAskProvider("twilio")).toBe(true);
  expect(await areCodesLate()).toBe(false);
});

it("a refused address closes an open breaker, since Twilio answered", async () => {
  await fail(5);
  await db().providerHealth.updateMany({ data: { lastFailureAt: new Date(Date.now() - 16_000) } });
  const { email } = newPerson();
  await inbox.addFault({ match: { to: email, path: "/Verifications$", times: 1 }, action: { code: 60203 } });
  const clock = { locale: "en", timeZone: null } as const;
  const requestedAt = new Date();
  const context = { clock, device: "a test", requestedAt, expiresAt: requestedAt, prefillUrl: "", notMeUrl: "" };
  expect(await twilioProvider.start(email, "email", context)).toEqual({ ok: false, error: "ADDRESS_REFUSED" });
  expect(await mayAskProvider("twilio")).toBe(true);
  expect(await areCodesLate()).toBe(false);
});
