/** One way of reading the dashboard. `read` is given the number of its run, to vary what it asks for. */
export type ScaleCase = { name: string; read: (run: number) => Promise<unknown> };

export type ScaleResult = { name: string; best: number; p50: number; p95: number };

const warmUpRuns = 5;

/** Reads again and again and gives the milliseconds until the rows were here: the database's time, and a little more. */
export async function measureCase({ name, read }: ScaleCase, runs: number): Promise<ScaleResult> {
  const times: number[] = [];
  for (let run = 0; run < warmUpRuns + runs; run++) {
    const startedAt = performance.now();
    await read(run);
    if (run >= warmUpRuns) times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, best: at(0), p50: at(0.5), p95: at(0.95) };
}
