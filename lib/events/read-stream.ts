import { db } from "@/lib/db/client";
import { eventTarget } from "./post-message";

export type StreamState = {
  deliveredAt: Date | null;
  failingSince: Date | null;
  lastError: string | null;
  /** Up to `mostCountedEvents` and one more. */
  waiting: number;
};

/** Above it the dashboard says "more than". */
export const mostCountedEvents = 10_000;

/** Null where the operator wants no events. Throws if the database does not answer. */
export async function readStream(): Promise<StreamState | null> {
  if (eventTarget() === null) return null;
  const [state] = await db().$queryRaw<StreamState[]>`
    SELECT "deliveredAt", "failingSince", "lastError", (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "AuditEvent" WHERE "id" > stream."deliveredId" LIMIT ${mostCountedEvents + 1}::int
      ) AS "left") AS "waiting"
    FROM "EventStream" AS stream`;
  return state ?? { deliveredAt: null, failingSince: null, lastError: null, waiting: 0 };
}
