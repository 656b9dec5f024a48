import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inbox, newPerson } from "@/test/login-parts";
import { readAttemptsSummary } from "./read-attempts-summary";
import { twilioProvider } from "./twilio-provider";

const lines: string[] = [];
let asked = 0;

/** A moment that no other test asks about, so that each has an answer of its own. */
const since = () => new Date(Date.now() - 3_600_000 - 1_000 * ++asked);
const context = {
  clock: { locale: "en", timeZone: null } as const,
  device: "Chrome on Windows",
  requestedAt: new Date(),
  expiresAt: new Date(Date.now() + 600_000),
  prefillUrl: "http://localhost:3000/otp/abc",
  notMeUrl: "http://localhost:3000/not-me/abc",
};

beforeEach(() => {
  lines.length = 0;
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
  }
});
afterEach(async () => {
  vi.useRealTimers();
  await inbox.clearFaults();
});

it("counts what Twilio sent over a channel, and what of it was approved", async () => {
  const before = await readAttemptsSummary("email", since());
  const ofCalls = await readAttemptsSummary("call", since());
  const { email } = newPerson();
  const started = await twilioProvider.start(email, "email", context);
  if (!started.ok) throw new Error(started.error);
  await twilioProvider.start(newPerson().email, "email", context);
  await twilioProvider.check(started.value.sid, email, await inbox.latestCode(email));
  const after = await readAttemptsSummary("email", since());
  expect(after?.attempts).toBe((before?.attempts ?? 0) + 2);
  expect(after?.converted).toBe((before?.converted ?? 0) + 1);
  expect(after?.unconverted).toBe((before?.unconverted ?? 0) + 1);
  expect(after?.conversionPercent).toBeCloseTo((100 * (after?.converted ?? 0)) / (after?.attempts ?? 1));
  expect(await readAttemptsSummary("call", since())).toEqual(ofCalls);
});

it("asks once a minute, however many ask at the same time", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const moment = since();
  const first = await readAttemptsSummary("email", moment);
  await twilioProvider.start(newPerson().email, "email", context);
  const many = await Promise.all(Array.from({ length: 20 }, () => readAttemptsSummary("email", moment)));
  for (const one of many) expect(one).toBe(first);
  vi.setSystemTime(Date.now() + 60_000);
  expect((await readAttemptsSummary("email", moment))?.attempts).toBe((first?.attempts ?? 0) + 1);
});

it("gives up after two seconds, and tells the operator", async () => {
  await inbox.addFault({ match: { path: "/Attempts/Summary$", times: 1 }, action: { delayMs: 9_000 } });
  const startedAt = Date.now();
  expect(await readAttemptsSummary("email", since())).toBeNull();
  expect(Date.now() - startedAt).toBeLessThan(8_000);
  expect(lines.join()).toContain("no answer within 2 seconds");
});

it.each([20003, 20429, 20500])("does without Twilio's figures at its error %i, for a minute", async (code) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await inbox.addFault({ match: { path: "/Attempts/Summary$", times: 1 }, action: { code } });
  const moment = since();
  expect(await readAttemptsSummary("email", moment)).toBeNull();
  expect(await readAttemptsSummary("email", moment)).toBeNull();
  vi.setSystemTime(Date.now() + 60_000);
  expect(await readAttemptsSummary("email", moment)).not.toBeNull();
});
