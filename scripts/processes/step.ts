const STILL_RUNNING_MS = 10_000;

/** Runs one step of a script and tells its name and how long it took; a long one tells that it is still at work. */
export async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const startedAt = Date.now();
  const isTerminal = process.stdout.isTTY === true;
  const ticker = setInterval(
    () => {
      if (isTerminal) process.stdout.write(`\r… ${name}  ${elapsedSince(startedAt)}`);
      else console.log(`… ${name}  ${elapsedSince(startedAt)}`);
    },
    isTerminal ? 250 : STILL_RUNNING_MS,
  );
  const finish = (mark: string) => {
    clearInterval(ticker);
    console.log(`${isTerminal ? "\r\x1b[K" : ""}${mark} ${name}  ${elapsedSince(startedAt)}`);
  };
  try {
    const value = await work();
    finish("✓");
    return value;
  } catch (error) {
    finish("✗");
    throw error;
  }
}

/** Such as "4.1 s". */
export function elapsedSince(startedAt: number): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
