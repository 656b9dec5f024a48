import { isDatabaseUnavailable } from "@/lib/db/database-unavailable";
import { describeError, logEvent } from "@/lib/log";

/** Whether an error means that the database did not answer; if so, the operator is told. Any other error is the caller's. */
export function isServiceUnavailable(error: unknown): boolean {
  if (!isDatabaseUnavailable(error)) return false;
  logEvent("error", "database_unavailable", describeError(error));
  return true;
}
