/** Runs once when the server starts, before the first request: a missing or unsafe setting stops the process here. */
export async function register(): Promise<void> {
  const { env } = await import("@/lib/env");
  try {
    env();
  } catch (error) {
    const { logEvent } = await import("@/lib/log");
    logEvent("error", "refused_to_start", { message: error instanceof Error ? error.message : "unknown" });
    process.exit(1);
  }
}
