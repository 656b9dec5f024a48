import { afterEach, describe, expect, it, vi } from "vitest";
import { waitOutRestarts } from "./wait-out-restart";

const away = new Error("away");
const isAway = (error: unknown) => error === away;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A clock that each failed attempt moves on. */
function failFor(attempts: number, error: Error, msEach: number) {
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => now);
  let made = 0;
  const attempt = vi.fn(async () => {
    made += 1;
    if (made > attempts) return "answer";
    now += msEach;
    throw error;
  });
  return attempt;
}

describe("waiting for a restart", () => {
  it("repeats until the part answers", async () => {
    const attempt = failFor(3, away, 1_000);
    await expect(waitOutRestarts()(attempt, isAway)).resolves.toBe("answer");
    expect(attempt).toHaveBeenCalledTimes(4);
  });

  it("does not repeat after an error that may have had an effect", async () => {
    const broken = new Error("broken");
    const attempt = failFor(1, broken, 0);
    await expect(waitOutRestarts()(attempt, isAway)).rejects.toBe(broken);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it("ends for one that always fails, although others get an answer", async () => {
    const waitOut = waitOutRestarts();
    const attempt = failFor(Number.POSITIVE_INFINITY, away, 4_000);
    const failing = async () => {
      await waitOut(async () => "answer", isAway);
      return await attempt();
    };
    await expect(waitOut(failing, isAway)).rejects.toBe(away);
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it("ends eight seconds after the first error, and later throws at once until an answer comes", async () => {
    const attempt = failFor(5, away, 4_000);
    const waitOut = waitOutRestarts();
    await expect(waitOut(attempt, isAway)).rejects.toBe(away);
    expect(attempt).toHaveBeenCalledTimes(3);
    await expect(waitOut(attempt, isAway)).rejects.toBe(away);
    expect(attempt).toHaveBeenCalledTimes(4);
    await expect(waitOut(attempt, isAway)).rejects.toBe(away);
    await expect(waitOut(attempt, isAway)).resolves.toBe("answer");
    const second = failFor(1, away, 4_000);
    await expect(waitOut(second, isAway)).resolves.toBe("answer");
  });
});
