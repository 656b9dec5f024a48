import { keptDays } from "@/lib/kept-days";

/** Until when a change of the email, made at `at`, can be undone from the old address. */
export function undoableUntil(at: Date): Date {
  return new Date(at.getTime() + keptDays.emailChange * 24 * 60 * 60_000);
}
