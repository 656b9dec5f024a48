import { setTimeout } from "node:timers/promises";

/** PostgreSQL behind pgbouncer took five seconds in the drill. */
const restartTakesMs = 8_000;
const tryAgainAfterMs = 200;

/** Repeats `attempt` for 8 s after an outage's first error, then throws at once. `isSafe`: it has had no effect. */
export function waitOutRestarts() {
  let awaySince: number | null = null;

  return async function waitOut<Answer>(
    attempt: () => Promise<Answer>,
    isSafe: (error: unknown) => boolean,
  ): Promise<Answer> {
    let ownSince: number | null = null;
    for (;;) {
      try {
        const answer = await attempt();
        awaySince = null;
        return answer;
      } catch (error) {
        if (!isSafe(error)) throw error;
        ownSince ??= awaySince ?? Date.now();
        awaySince ??= ownSince;
        if (Date.now() - ownSince >= restartTakesMs) throw error;
        await setTimeout(tryAgainAfterMs);
      }
    }
  };
}
