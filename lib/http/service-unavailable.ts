import { isDatabaseUnavailable } from "@/lib/db/database-errors";
import { LimitsUnavailable } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";

export function isServiceUnavailable(error: unknown): boolean {
  if (error instanceof LimitsUnavailable) {
    logEvent("error", "limits_unavailable", { store: error.store, ...describeError(error.cause) });
    return true;
  }
  if (!isDatabaseUnavailable(error)) return false;
  logEvent("error", "database_unavailable", describeError(error));
  return true;
}
