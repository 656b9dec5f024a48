import { setTimeout } from "node:timers/promises";

/** PostgreSQL behind pgbouncer took five seconds to restart in the drill. */
const restartTakesMs = 8_000;
const tryAgainAfterMs = 200;

/**
 * Gives a function that repeats `attempt` while it fails by an error that `isSafe` takes: one after which `attempt` has
 * had no effect. It does so for 8 s after an outage's first error. Later it throws at once, so that a long outage is
 * told without a wait.
 */
export function waitOutRestarts() {
  let awaySince: number | null = null;

  return async function waitOut<Answer>(
    attempt: () => Promise<Answer>,
    isSafe: (error: unknown) => boolean,
  ): Promise<Answer> {
    for (;;) {
      try {
        const answer = await attempt();
        awaySince = null;
        return answer;
      } catch (error) {
        if (!isSafe(error)) throw error;
        awaySince ??= Date.now();
        if (Date.now() - awaySince >= restartTakesMs) throw error;
        await setTimeout(tryAgainAfterMs);
      }
    }
  };
}
