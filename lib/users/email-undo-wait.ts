import { keptDays } from "@/lib/kept-days";

/**
 * From when on what an account got is doubted once a change of `at` is undone: whoever moved it may have prepared that,
 * and the move took its links from the mails about it. What is older had as long to be reported.
 */
export function doubtedSince(at: Date): Date {
  return new Date(at.getTime() - keptDays.emailChange * 24 * 60 * 60_000);
}

/** Until when a change of the email, made at `at`, can be undone from the old address. */
export function undoableUntil(at: Date): Date {
  return new Date(at.getTime() + keptDays.emailChange * 24 * 60 * 60_000);
}
