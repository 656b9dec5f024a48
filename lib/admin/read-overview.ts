import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { countEventsByDay, type DayCounts } from "./count-events-by-day";

/** What happened in a time. */
type Figures = {
  logins: number;
  registrations: number;
  codesSent: number;
  /** Codes that led to a login, a registration or another proof. */
  codesUsed: number;
  codesNotSent: number;
  wrongCodes: number;
  /** How often a limit closed; written once an hour for a limit and whom it is about. */
  blocked: number;
  reports: number;
};

/** What happened on one day (UTC). */
export type DayFigures = Figures & { day: Date };

export type NotableEvent = { id: bigint; name: AuditEventName; at: Date; subjectId: string | null };

export type Overview = {
  /** Oldest first; the last is today, which is not over. */
  days: DayFigures[];
  total: Figures;
  /** Sessions that have not run out, up to `mostCountedSessions`. */
  activeSessions: number;
  /** Codes sent today, of what DAILY_SEND_BUDGET allows. */
  sentToday: number;
  dailyBudget: number;
  notable: NotableEvent[];
};

/** Above it the dashboard says "more than": counting a million rows for one figure is not worth its time. */
export const mostCountedSessions = 10_000;

const notableNames: AuditEventName[] = [
  "limit_reached",
  "challenge_reported",
  "session_reported",
  "browser_reported",
  "login_refused",
  "code_not_sent",
  "all_sessions_ended",
  "admin_created",
];
const shownNotable = 8;

/** The figures of the last `days` days for the dashboard's first page. */
export async function readOverview(days: number, now = new Date()): Promise<Overview> {
  const [counted, activeSessions, notable] = await Promise.all([
    countEventsByDay(days, now),
    countSessions(now),
    readNotable(),
  ]);
  const figures = counted.map(({ day, counts }) => ({ day, ...figuresOf(counts) }));
  return {
    days: figures,
    total: figuresOf(addUp(counted)),
    activeSessions,
    sentToday: figures.at(-1)?.codesSent ?? 0,
    dailyBudget: env().DAILY_SEND_BUDGET,
    notable,
  };
}

function figuresOf(counts: DayCounts["counts"]): Figures {
  const of = (...names: AuditEventName[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return {
    logins: of("login_succeeded"),
    registrations: of("user_registered"),
    codesSent: of("code_sent"),
    codesUsed: of("login_succeeded", "user_registered", "step_up_proven"),
    codesNotSent: of("code_not_sent"),
    wrongCodes: of("code_rejected"),
    blocked: of("limit_reached"),
    reports: of("challenge_reported", "session_reported", "browser_reported"),
  };
}

function addUp(days: DayCounts[]): DayCounts["counts"] {
  const sum: DayCounts["counts"] = {};
  for (const { counts } of days)
    for (const [name, count] of Object.entries(counts) as [AuditEventName, number][])
      sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

async function countSessions(now: Date): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Session" WHERE "expires" > ${now} LIMIT ${mostCountedSessions + 1}::int
    ) AS "alive"`;
  return rows[0]?.count ?? 0;
}

/** The newest of each name first, since one search over all names would walk past everything that is not notable. */
async function readNotable(): Promise<NotableEvent[]> {
  return await db().$queryRaw<NotableEvent[]>`
    SELECT "event"."id", "event"."name", "event"."at", "event"."subjectId"
    FROM unnest(${notableNames}::text[]) AS "wanted"("name")
    CROSS JOIN LATERAL (
      SELECT "id", "name", "at", "subjectId" FROM "AuditEvent"
      WHERE "AuditEvent"."name" = "wanted"."name" ORDER BY "at" DESC, "id" DESC LIMIT ${shownNotable}::int
    ) AS "event"
    ORDER BY "event"."at" DESC, "event"."id" DESC LIMIT ${shownNotable}::int`;
}
