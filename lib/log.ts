type Field = string | number | boolean | null | undefined;

/**
 * Writes one JSON line for the operator. Fields are plain values chosen by the caller: never an error object, because
 * the errors of HTTP clients carry keys and recipients (twilio and @sendgrid/mail both attach the request).
 */
export function logEvent(level: "info" | "warn" | "error", event: string, fields: Record<string, Field> = {}): void {
  const line = JSON.stringify({ ...fields, at: new Date().toISOString(), level, event });
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console.
  console[level](line);
}

/** An unexpected error as fields that are safe to log: its class, its code and where it came from, not its message. */
export function describeError(error: unknown): Record<string, Field> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frame = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return { error: error.name, code: "code" in error ? String(error.code) : null, where: frame?.trim() ?? null };
}
