import { env } from "@/lib/env";
import { logEvent } from "@/lib/log";

/** A missing or unsafe setting stops the process here, with the names of the variables, rather than at a shopper's login. */
export function refuseUnsafeEnvironment(): void {
  try {
    env();
  } catch (error) {
    logEvent("error", "refused_to_start", { message: error instanceof Error ? error.message : "unknown" });
    process.exit(1);
  }
}
