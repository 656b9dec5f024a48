import { lastDays } from "@/lib/admin/count-events-by-day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cutPage } from "@/lib/db/keyset-page";
import { env } from "@/lib/env";
import { type FailureReason, failureReasons } from "@/lib/mail/failure-reasons";
import { where } from "@/lib/users/list-users";
import { byIndex } from "@/lib/users/user-filter";
import type { MailboxName } from "./mailbox";

/** A UTC day, in SendGrid's words. */
type DayFailures = { day: Date; bounced: number; dropped: number; deferred: number };

export type Delivery = {
  /** UTC days, oldest first, today last. */
  days: DayFailures[];
  counts: FailureCount[];
  page: FailurePage;
  /** Whether SendGrid posts its events to this shop. */
  isReported: boolean;
};

/** The failed mails of the last `days` days, at one domain or at all. */
export async function readDelivery(
  { days, domain }: { days: number; domain?: string | undefined },
  place: Parameters<typeof listFailures>[1],
  now = new Date(),
): Promise<Delivery> {
  const { all } = lastDays(days, now);
  const filter = { from: all[0] ?? now, domain };
  const [byDay, counts, page] = await Promise.all([
    byIndex<{ day: Date; kind: string; count: number }>(failuresByDaySql(filter)),
    countFailures(filter),
    listFailures(filter, place),
  ]);
  const countOf = (day: Date, kind: string) =>
    byDay.find((row) => row.day.getTime() === day.getTime() && row.kind === kind)?.count ?? 0;
  return {
    days: all.map((day) => ({
      day,
      bounced: countOf(day, "bounce"),
      dropped: countOf(day, "dropped"),
      deferred: countOf(day, "deferred"),
    })),
    counts,
    page,
    isReported: env().SENDGRID_WEBHOOK_PUBLIC_KEY !== undefined,
  };
}

function failuresByDaySql(filter: FailureFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT date_trunc('day', "at", 'UTC') AS "day", "kind", count(*)::int AS "count"
    FROM "MailEvent" ${where(conditions(filter))} GROUP BY 1, 2`;
}

/** Mails that failed since `from`, at one domain or at all. */
export type FailureFilter = { from: Date; domain?: string | undefined };

export type Failure = {
  id: string;
  at: Date;
  kind: string;
  reason: FailureReason;
  /** Null for a code. */
  notice: string | null;
  maskedAddress: string | null;
  reply: string | null;
  /** Null once the request and its user are gone. */
  mailbox: MailboxName | null;
};

export type FailurePosition = { at: Date; id: string };

export type FailurePage = { failures: Failure[]; older: FailurePosition | null; newer: FailurePosition | null };

const pageSize = 50;

type Row = Omit<Failure, "mailbox" | "reason"> & { reason: string; subjectId: string | null };

/** One page, newest first, by keyset (time, id). `after` wins over `before`. */
export async function listFailures(
  filter: FailureFilter,
  { after, before }: { after?: FailurePosition | undefined; before?: FailurePosition | undefined } = {},
): Promise<FailurePage> {
  const place = after ?? before;
  const isBackwards = after === undefined && before !== undefined;
  const rows = await byIndex<Row>(failureRangeSql(filter, { place, isBackwards, limit: pageSize + 1 }));
  const cut = cutPage(rows, pageSize, { isBackwards, hasPlace: place !== undefined });
  const { page, hasPrevious, hasNext } = cut;
  const [first, last] = [page[0], page.at(-1)];
  return {
    failures: await nameMailboxes(page),
    newer: first && hasPrevious ? positionOf(first) : null,
    older: last && hasNext ? positionOf(last) : null,
  };
}

type Range = { place?: FailurePosition | undefined; isBackwards?: boolean; limit: number };

/** A range of one partial index: compared by `= ANY` and ordered by the domain, no other fits
 * (docs/decisions/audit-trail-queries.md). */
export function failureRangeSql(filter: FailureFilter, { place, isBackwards = false, limit }: Range): Prisma.Sql {
  const direction = isBackwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const sign = isBackwards ? Prisma.sql`>` : Prisma.sql`<`;
  const beyond = place ? [Prisma.sql`("at", "id") ${sign} (${place.at}::timestamptz, ${place.id})`] : [];
  const keys = [...(filter.domain ? [Prisma.sql`"domain"`] : []), Prisma.sql`"at"`, Prisma.sql`"id"`];
  return Prisma.sql`
    SELECT "id", "at", "kind", "reason", "notice", "maskedAddress", "reply", "subjectId"
    FROM "MailEvent" ${where([...conditions(filter), ...beyond])}
    ORDER BY ${Prisma.join(keys.map((key) => Prisma.sql`${key} ${direction}`))} LIMIT ${limit}`;
}

function conditions({ from, domain }: FailureFilter): Prisma.Sql[] {
  return [
    Prisma.sql`"reason" IS NOT NULL`,
    Prisma.sql`"at" >= ${from}::timestamptz`,
    ...(domain ? [Prisma.sql`"domain" = ANY(ARRAY[${domain}])`] : []),
  ];
}

/** Requests are kept for a few days, mails in the outbox for weeks. */
async function nameMailboxes(rows: Row[]): Promise<Failure[]> {
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? []);
  const isMail = (id: string) => id.includes("-") && id.length === 36;
  const [requests, mails] = await Promise.all([
    db().challenge.findMany({ where: { id: { in: ids } }, select: { id: true } }),
    db().outboxMail.findMany({ where: { id: { in: ids.filter(isMail) } }, select: { id: true, userId: true } }),
  ]);
  const names = new Map<string, MailboxName>();
  for (const { id } of requests) names.set(id, { request: id });
  for (const { id, userId } of mails) if (userId !== null) names.set(id, { user: userId });
  return rows.map(({ subjectId, reason, ...row }) => ({
    ...row,
    reason: knownReason(reason),
    mailbox: (subjectId && names.get(subjectId)) || null,
  }));
}

function positionOf({ at, id }: Pick<Row, "at" | "id">): FailurePosition {
  return { at, id };
}

type FailureCount = { domain: string | null; reason: FailureReason; count: number; lastAt: Date };

const shownCounts = 30;

async function countFailures(filter: FailureFilter): Promise<FailureCount[]> {
  const rows = await byIndex<FailureCount>(failureCountSql(filter));
  return rows.map((row) => ({ ...row, reason: knownReason(row.reason) }));
}

/** A newer version may have written another. */
function knownReason(reason: string): FailureReason {
  return failureReasons.find((known) => known === reason) ?? "other";
}

export function failureCountSql(filter: FailureFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT "domain", "reason", count(*)::int AS "count", max("at") AS "lastAt"
    FROM "MailEvent" ${where(conditions(filter))}
    GROUP BY "domain", "reason" ORDER BY 3 DESC, 4 DESC LIMIT ${shownCounts}`;
}
