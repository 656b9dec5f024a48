import type { lockSession } from "./lock-session";
import { makeReportToken } from "./report-token";

/** A change that the owner is told of, or that all of their data left the shop, and the authority to report it (report-token.ts). */
export type ProfileChange = {
  act: "username" | "phone" | "phoneVerified" | "language" | "data";
  at: Date;
  reportToken: string;
};

/**
 * The token that reports the browser of a session, or the session where it has none that is known. `place` is what
 * `lockSession` gave for it.
 */
export function reportTokenOf(sessionId: string, place: NonNullable<Awaited<ReturnType<typeof lockSession>>>): string {
  return place.browserId ? makeReportToken("browser", place.browserId) : makeReportToken("session", sessionId);
}
