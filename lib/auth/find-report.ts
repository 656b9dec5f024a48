import { db } from "@/lib/db/client";
import { slowsItsSource } from "./report-not-me";
import { type ReportKind, readReportToken } from "./report-token";
import { describeDevice } from "./visitor";

/** What a "This was not me" link speaks of, as its page shows it. Nothing about the person. */
export type ReportView = {
  kind: ReportKind;
  /** It was reported already, or is gone for another reason: there is nothing left to end. */
  isEnded: boolean;
  /** Browser and system, and when: null for what is gone. */
  asked: { device: string; at: Date } | null;
  /** Reporting it slows, or slowed, whoever asks from where it came. */
  slowsSource: boolean;
};

/** Looks at what a token would end, and changes nothing. Null for a token that is not ours. */
export async function findReport(token: string): Promise<ReportView | null> {
  const subject = readReportToken(token);
  if (subject === null) return null;
  const { kind, id } = subject;
  const seen = { userAgent: true, ip: true, createdAt: true };
  const session = await db().session.findUnique({
    where: kind === "session" ? { id } : { challengeId: id },
    select: seen,
  });
  const challenge =
    kind === "session"
      ? null
      : await db().challenge.findUnique({ where: { id }, select: { ...seen, reportedAt: true } });
  const row = challenge ?? session;
  return {
    kind,
    isEnded: row === null || (challenge !== null && challenge.reportedAt !== null),
    asked: row && { device: describeDevice(row.userAgent), at: row.createdAt },
    slowsSource: row !== null && slowsItsSource(row),
  };
}
