// Set by lib/telemetry/start-telemetry.ts.
const tracing = globalThis as typeof globalThis & { readTraceId?: () => string | undefined };

type Field = string | number | boolean | null | undefined;

/** One JSON line. Never an error object: those of HTTP clients carry keys and recipients. */
export function logEvent(level: "info" | "warn" | "error", event: string, fields: Record<string, Field> = {}): void {
  const trace = tracing.readTraceId?.();
  const line = JSON.stringify({ ...fields, at: new Date().toISOString(), level, event, trace });
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console.
  console[level](line);
}

/** Safe fields only, not the message. */
export function describeError(error: unknown): Record<string, Field> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frame = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return { error: error.name, code: "code" in error ? String(error.code) : null, where: frame?.trim() ?? null };
}
