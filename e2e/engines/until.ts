const pauseMs = 50;

/**
 * Repeats `look` until it gives something other than false, null or undefined, and gives that. A look that fails is
 * repeated too: the page may be on its way. Throws the last failure, or `what`, after `timeoutMs`.
 */
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
