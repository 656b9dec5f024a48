import { db } from "@/lib/db/client";

/** Mails that failed, codes and notices alike, in SendGrid's words (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event). */
export type MailFailures = {
  /** The mail server said no for good. */
  bounced: number;
  /** SendGrid did not even try, mostly because an earlier mail there bounced. */
  dropped: number;
  /** How often a mail server asked to try again later; one mail can be put off several times. */
  deferred: number;
  /** The reader called it spam. */
  spam: number;
};

/** What SendGrid reported on each of these days (UTC, by their first moments), in the same order. */
export async function countMailFailures(days: Date[]): Promise<MailFailures[]> {
  const from = days[0];
  if (from === undefined) return [];
  const rows = await db().$queryRaw<{ day: Date; kind: string; count: number }[]>`
    SELECT date_trunc('day', "receivedAt", 'UTC') AS "day", "kind", count(*)::int AS "count"
    FROM "MailEvent" WHERE "receivedAt" >= ${from} AND "kind" IS NOT NULL
    GROUP BY 1, 2`;
  const countOf = (day: Date, kind: string) =>
    rows.find((row) => row.day.getTime() === day.getTime() && row.kind === kind)?.count ?? 0;
  return days.map((day) => ({
    bounced: countOf(day, "bounce"),
    dropped: countOf(day, "dropped"),
    deferred: countOf(day, "deferred"),
    spam: countOf(day, "spamreport"),
  }));
}
