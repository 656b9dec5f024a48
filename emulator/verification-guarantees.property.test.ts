import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { otherThan, startWorld, storyTo, tenMinutesMs } from "@/emulator/story-world";

// Many small runs: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 30_000 });

const lifetimeMs = fc.integer({ min: 120_000, max: 86_400_000 });

test("no code is ever approved at or after its end, however often it was sent again before", async () => {
  const story = fc.record({
    lifeMs: lifetimeMs,
    resendsAt: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 4 }),
    lateMs: fc.integer({ min: 0, max: 100_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ lifeMs, resendsAt, lateMs }) => {
      const { world, send, check, latestCode, wait } = startWorld();
      const service = world.state.accounts
        .get(defaultAccount.accountSid)
        ?.services.get(defaultAccount.verifyServiceSid);
      if (service !== undefined) service.codeLifetimeMs = lifeMs;
      await send();
      const code = latestCode();
      let passedMs = 0;
      for (const part of resendsAt.toSorted()) {
        wait(Math.floor(part * lifeMs) - passedMs);
        passedMs = Math.floor(part * lifeMs);
        await send();
      }
      wait(lifeMs - passedMs + lateMs);
      expect(await check(code)).toEqual({ status: 404, code: 20404 });
    }),
    { numRuns: 60 },
  );
});

test("until its end a code that was not used up is approved, at any moment", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: tenMinutesMs - 1 }), fc.nat(4), async (waitMs, wrongChecks) => {
      const { send, check, latestCode, wait } = startWorld();
      await send();
      wait(waitMs);
      for (let checks = 0; checks < wrongChecks; checks++) await check(otherThan(latestCode()));
      expect((await check(latestCode())).outcome).toBe("approved");
    }),
    { numRuns: 60 },
  );
});

test("never more than five codes are compared in a verification's life, whatever comes between them", async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant("check" as const) },
    fc.constantFrom("send" as const, "wait" as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { send, check, latestCode, wait } = startWorld();
      await send();
      let compared = 0;
      for (const [index, next] of steps.entries()) {
        if (next === "send") await send();
        else if (next === "wait") wait(Math.floor(tenMinutesMs / (steps.length + 1)));
        else if ((await check(otherThan(latestCode()))).status === 200) compared += 1;
        expect(compared, `step ${index}`).toBeLessThanOrEqual(5);
      }
      if (compared === 5) expect((await check(latestCode())).status).toBe(429);
    }),
    { numRuns: 60 },
  );
});

test("while a verification is pending every send repeats its sid and its code, by whichever channel", async () => {
  const channels = fc.array(fc.constantFrom("sms", "call", "whatsapp"), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(channels, fc.integer({ min: 0, max: tenMinutesMs / 5 }), async (order, pauseMs) => {
      const { world, ask, send, latestCode, wait } = startWorld();
      const { sid } = await send();
      const code = latestCode();
      for (const channel of order) {
        wait(Math.min(pauseMs, tenMinutesMs / 5 - 1));
        expect((await ask("/Verifications", { To: storyTo, Channel: channel })).sid).toBe(sid);
        expect(latestCode()).toBe(code);
      }
      expect(new Set(world.state.messages.map((message) => message.code)).size).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test("exactly one of many simultaneous right codes is approved, by SID or by address", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (bySid) => {
      const { ask, send, latestCode } = startWorld();
      const { sid = "" } = await send();
      const target = (usesSid: boolean): Record<string, string> =>
        usesSid ? { VerificationSid: sid } : { To: storyTo };
      const answers = await Promise.all(
        bySid.map((usesSid) => ask("/VerificationCheck", { ...target(usesSid), Code: latestCode() })),
      );
      expect(answers.filter(({ outcome }) => outcome === "approved")).toHaveLength(1);
      expect(answers.filter(({ status, code }) => status === 404 && code === 20404)).toHaveLength(bySid.length - 1);
    }),
    { numRuns: 60 },
  );
});

test("any number of simultaneous sends make one verification with one code", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (count) => {
      const { world, send } = startWorld();
      const answers = await Promise.all(Array.from({ length: count }, () => send()));
      expect(new Set(answers.flatMap(({ sid }) => sid ?? [])).size).toBe(1);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(Math.min(count, 5));
      expect(new Set(world.state.messages.map(({ code }) => code)).size).toBe(1);
    }),
    { numRuns: 30 },
  );
});
