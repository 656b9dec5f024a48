import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { inbox, newPerson } from "@/test/login-parts";
import { twilioProvider } from "./twilio-provider";

const context = {
  clock: { locale: "en", timeZone: null } as const,
  device: "Chrome on Windows",
  requestedAt: new Date("2026-01-01T12:00:00Z"),
  expiresAt: new Date("2026-01-01T12:10:00Z"),
  prefillUrl: "http://localhost:3000/otp/abc",
  notMeUrl: "http://localhost:3000/not-me/abc",
};
const lines: string[] = [];

beforeEach(async () => {
  await db().providerHealth.deleteMany();
  lines.length = 0;
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
  }
});
afterEach(async () => {
  await inbox.clearFaults();
});

describe("a code sent by Twilio", () => {
  it("is approved once, for its own verification and its own address", async () => {
    const { email } = newPerson();
    const sid = await start(email);
    const code = await inbox.latestCode(email);
    expect(await twilioProvider.check(twilioProvider.decoySid(), email, code)).toEqual({
      ok: false,
      error: "CODE_REJECTED",
    });
    expect(await twilioProvider.check(sid, email, code)).toEqual({ ok: true, value: { sid } });
    expect(await twilioProvider.check(sid, email, code)).toEqual({ ok: false, error: "CODE_REJECTED" });
  });

  it("is not accepted for another address than the one it proves", async () => {
    const { email } = newPerson();
    const sid = await start(email);
    const code = await inbox.latestCode(email);
    expect(await twilioProvider.check(sid, newPerson().email, code)).toEqual({ ok: false, error: "CODE_REJECTED" });
  });

  it("stays the same when it is sent again, and changes when it is started afresh", async () => {
    const { email } = newPerson();
    const sid = await start(email);
    const code = await inbox.latestCode(email);
    expect(await start(email)).toBe(sid);
    expect(await inbox.latestCode(email)).toBe(code);
    const afresh = await twilioProvider.start(email, "email", context, { isFresh: true });
    expect(afresh.ok && afresh.value.sid).not.toBe(sid);
  });
});

describe("a language that Twilio does not have for a channel", () => {
  it("is left out, and the code is sent all the same; nothing counts against Twilio's health", async () => {
    for (let time = 1; time <= 6; time++) {
      const { email } = newPerson();
      await inbox.addFault({ match: { to: email, times: 1 }, action: { code: 20404 } });
      expect(
        await twilioProvider.start(email, "email", { ...context, clock: { locale: "ar", timeZone: null } }),
      ).toMatchObject({ ok: true });
      expect(await inbox.latestCode(email)).toMatch(/^\d{6}$/);
    }
    expect(lines.filter((line) => line.includes("twilio_language_refused"))).toHaveLength(6);
    expect(await db().providerHealth.findMany({ where: { consecutiveFailures: { gt: 0 } } })).toEqual([]);
  });

  it("leaves a service that is not there a failure of Twilio's", async () => {
    const { email } = newPerson();
    await inbox.addFault({ match: { to: email, times: 2 }, action: { code: 20404 } });
    expect(await twilioProvider.start(email, "email", context)).toEqual({ ok: false, error: "PROVIDER_UNAVAILABLE" });
  });
});

describe("what the operator reads when Twilio fails", () => {
  it.each([20003, 20429, 20500, 60217, 60218, 60604])(
    "names Twilio's error %i and the request, without keys or addresses (R42)",
    async (code) => {
      const { email } = newPerson();
      await inbox.addFault({ match: { to: email, times: 1 }, action: { code } });
      expect(await twilioProvider.start(email, "email", context)).toEqual({ ok: false, error: "PROVIDER_UNAVAILABLE" });
      const log = lines.join("\n");
      expect(log).toContain(`"twilioCode":${code}`);
      expect(log).toContain("twilio_verify_failed");
      expectNoSecrets(log, email);
    },
  );

  it("says that there was no answer, without keys or addresses", async () => {
    const { email } = newPerson();
    await inbox.addFault({ match: { to: email, times: 1 }, action: { drop: "before" } });
    await twilioProvider.start(email, "email", context);
    expect(lines.join("\n")).toContain("connection broken");
    expectNoSecrets(lines.join("\n"), email);
  });
});

async function start(email: string) {
  const started = await twilioProvider.start(email, "email", context);
  if (!started.ok) throw new Error(started.error);
  return started.value.sid;
}

function expectNoSecrets(log: string, email: string) {
  expect(log).not.toContain(email);
  expect(log).not.toContain(env().TWILIO_AUTH_TOKEN);
  expect(log).not.toContain("Basic ");
  expect(log).not.toContain("Authorization");
}
