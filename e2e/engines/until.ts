const pauseMs = 50;

/** Repeats `look`, also after failures, until it gives a value. Throws after `timeoutMs`. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | false | null | undefined>,
  timeoutMs = 20_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  let failure: unknown;
  for (;;) {
    try {
      const value = await look();
      if (value !== false && value !== null && value !== undefined) return value;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs / 1000} seconds: ${what}`, { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
