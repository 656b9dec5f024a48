import { keptDays } from "@/lib/kept-days";

const dayMs = 24 * 60 * 60_000;

/** How long a user who asked to be deleted may think again, in days. */
export const deletionWaitDays = keptDays.leavingUser;

/** From when on the retention job deletes a user who asked for it then. */
export function deletionDue(askedAt: Date): Date {
  return new Date(askedAt.getTime() + deletionWaitDays * dayMs);
}
