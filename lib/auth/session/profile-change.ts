import type { ReportSubject } from "@/lib/signed-link/report-token";
import type { lockSession } from "@/lib/users/locks";

/**
 * What "This was not me" in the mail about a change ends: the browser of the session that made it, or the session where
 * its browser is not known. `place` is what `lockSession` gave for it.
 */
export function reportSubjectOf(
  sessionId: string,
  place: NonNullable<Awaited<ReturnType<typeof lockSession>>>,
): ReportSubject {
  return place.browserId ? { kind: "browser", id: place.browserId } : { kind: "session", id: sessionId };
}
