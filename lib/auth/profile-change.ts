import type { ProfileNotice } from "@/lib/mail/profile-changed-mail";
import type { lockSession } from "./lock-session";
import { makeReportToken } from "./report-token";

/** What was done in an account that its owner is told of, and the authority to report it (report-token.ts). */
export type ProfileChange = Pick<ProfileNotice, "act" | "at" | "reportToken">;

/**
 * The token that reports the browser of a session, or the session where it has none that is known. `place` is what
 * `lockSession` gave for it.
 */
export function reportTokenOf(sessionId: string, place: NonNullable<Awaited<ReturnType<typeof lockSession>>>): string {
  return place.browserId ? makeReportToken("browser", place.browserId) : makeReportToken("session", sessionId);
}
