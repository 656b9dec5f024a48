import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, otherThan, startWorld, tenMinutesMs, storyTo as to } from "@/emulator/story-world";

type Step =
  | { do: "send" }
  | { do: "check"; isRight: boolean }
  | { do: "decide"; status: "approved" | "canceled" }
  | { do: "wait"; ms: number };

/** Many small runs: on a busy machine they take longer than one test usually may. */
const patientMs = 30_000;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ do: "send" }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("check" as const), isRight: fc.boolean() }) },
  { weight: 4, arbitrary: fc.constant<Step>({ do: "check", isRight: false }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("decide" as const), status: fc.constantFrom("approved", "canceled") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      ms: fc.constantFrom(1_000, 299_999, tenMinutesMs - 1, tenMinutesMs),
    }),
  },
);

/** The rules written a second time, in the fewest words that say them. */
class Expected {
  private open: { checks: number; sends: number; endsAtMs: number; isExhausted: boolean } | undefined;

  answer(step: Exclude<Step, { do: "wait" }>, nowMs: number): Answer {
    if (this.open !== undefined && nowMs >= this.open.endsAtMs) this.open = undefined;
    if (step.do === "send") return this.send(nowMs);
    if (this.open === undefined) return { status: 404, code: 20404 };
    if (step.do === "decide") {
      this.open = undefined;
      return { status: 200, outcome: step.status };
    }
    if (this.open.checks === 5) {
      this.open.isExhausted = true;
      return { status: 429, code: 60202 };
    }
    this.open.checks += 1;
    if (!step.isRight) return { status: 200, outcome: "pending" };
    this.open = undefined;
    return { status: 200, outcome: "approved" };
  }

  private send(nowMs: number): Answer {
    this.open ??= { checks: 0, sends: 0, endsAtMs: nowMs + tenMinutesMs, isExhausted: false };
    if (this.open.isExhausted) return { status: 429, code: 60202 };
    if (this.open.sends === 5) return { status: 429, code: 60203 };
    this.open.sends += 1;
    return { status: 201, outcome: "pending" };
  }
}

test(
  "whatever is sent, checked, decided and waited for, the answers follow the rules",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
        const { world, ask } = startWorld();
        const expected = new Expected();
        const codes = new Map<string, string>();
        let code = "000000";
        for (const step of steps) {
          if (step.do === "wait") {
            world.state.clock.frozenAtMs = world.nowMs() + step.ms;
            continue;
          }
          const wanted = expected.answer(step, world.nowMs());
          let answer: Answer;
          if (step.do === "send") answer = await ask("/Verifications", { To: to, Channel: "sms" });
          else if (step.do === "decide") answer = await ask(`/Verifications/${to}`, { Status: step.status });
          else {
            answer = await ask("/VerificationCheck", { To: to, Code: step.isRight ? code : otherThan(code) });
          }
          const { sid, ...seen } = answer;
          expect(seen).toEqual(wanted);
          if (step.do !== "send" || sid === undefined) continue;
          code = world.state.messages.at(-1)?.code ?? "";
          expect(codes.get(sid) ?? code).toBe(code);
          codes.set(sid, code);
        }
      }),
      { numRuns: 80 },
    );
  },
  patientMs,
);

test(
  "of any number of parallel checks at most five are judged and at most one is approved",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (guesses) => {
        const { world, ask } = startWorld();
        await ask("/Verifications", { To: to, Channel: "sms" });
        const code = world.state.messages.at(-1)?.code ?? "";
        const answers = await Promise.all(
          guesses.map((isRight) => ask("/VerificationCheck", { To: to, Code: isRight ? code : otherThan(code) })),
        );
        expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(5);
        expect(answers.filter(({ outcome }) => outcome === "approved").length).toBeLessThanOrEqual(1);
        expect(answers.some(({ outcome }) => outcome === "approved")).toBe(guesses.slice(0, 5).includes(true));
      }),
      { numRuns: 30 },
    );
  },
  patientMs,
);
