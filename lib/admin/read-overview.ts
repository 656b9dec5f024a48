import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { readStream, type StreamState } from "@/lib/events/read-stream";
import { countEventsByDay, type DayCounts } from "./count-events-by-day";
import { type DailyJobRun, readDailyJobRun } from "./job-run";
import {
  type ChannelComparison,
  type ChannelFigures,
  channelFigures,
  compareWithTwilio,
  countMailFailures,
  type MailFailures,
  readSendBudgets,
  type SendBudgets,
} from "./overview-figures";
import { type Outbox, readOutbox } from "./read-outbox";

type Figures = {
  logins: number;
  registrations: number;
  codesSent: number;
  /** Codes that verified something. */
  codesUsed: number;
  codesNotSent: number;
  wrongCodes: number;
  /** Written once an hour per limit and subject. */
  blocked: number;
  /** Bot checks; written as seldom. */
  slowed: number;
  reports: number;
} & MailFailures;

/** A UTC day. */
export type DayFigures = Figures & { day: Date };

export type NotableEvent = { id: bigint; name: AuditEventName; at: Date; subjectId: string | null };

export type Overview = {
  /** Oldest first, today last. */
  days: DayFigures[];
  total: Figures;
  /** Up to `mostCountedSessions`. */
  activeSessions: number;
  channels: ChannelFigures[];
  twilio: { comparedDays: number; comparisons: ChannelComparison[] };
  /** Null if the store does not answer. */
  budgets: SendBudgets | null;
  isMailReported: boolean;
  notable: NotableEvent[];
  dailyJob: DailyJobRun;
  outbox: Outbox;
  /** Null where there is no receiver of events. */
  stream: StreamState | null;
};

/** Above it the dashboard says "more than". */
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
  "provider_failed",
  "event_given_up",
];
const shownNotable = 8;

export async function readOverview(days: number, now = new Date()): Promise<Overview> {
  const [counted, activeSessions, notable, budgets, dailyJob, outbox, stream] = await Promise.all([
    countEventsByDay(days, now),
    countSessions(now),
    readNotable(),
    readSendBudgets(),
    readDailyJobRun(now),
    readOutbox(),
    readStream(),
  ]);
  const [mails, twilio] = await Promise.all([
    countMailFailures(counted.map(({ day }) => day)),
    compareWithTwilio(counted),
  ]);
  const figures = counted.map((ofDay, index) => ({
    day: ofDay.day,
    ...figuresOf([ofDay], mails.slice(index, index + 1)),
  }));
  return {
    days: figures,
    total: figuresOf(counted, mails),
    activeSessions,
    channels: channelFigures(counted),
    twilio,
    budgets,
    isMailReported: env().SENDGRID_WEBHOOK_PUBLIC_KEY !== undefined,
    notable,
    dailyJob,
    outbox,
    stream,
  };
}

function figuresOf(days: DayCounts[], mails: MailFailures[]): Figures {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const of = (...names: AuditEventName[]) => sum(days.flatMap(({ counts }) => names.map((name) => counts[name] ?? 0)));
  return {
    logins: of("login_succeeded"),
    registrations: of("user_registered"),
    codesSent: of("code_sent"),
    codesUsed: sum(channelFigures(days).map(({ used }) => used)),
    codesNotSent: of("code_not_sent"),
    wrongCodes: of("code_rejected"),
    blocked: of("limit_reached"),
    slowed: of("proof_required"),
    reports: of("challenge_reported", "session_reported", "browser_reported"),
    bounced: sum(mails.map(({ bounced }) => bounced)),
    dropped: sum(mails.map(({ dropped }) => dropped)),
    deferred: sum(mails.map(({ deferred }) => deferred)),
    spam: sum(mails.map(({ spam }) => spam)),
  };
}

async function countSessions(now: Date): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Session" WHERE "expires" > ${now} LIMIT ${mostCountedSessions + 1}::int
    ) AS "alive"`;
  return rows[0]?.count ?? 0;
}

/** Per name: one search over all would walk past everything else. */
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
