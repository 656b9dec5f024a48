import { db } from "@/lib/db/client";
import { type Charge, LimitsUnavailable, readUse } from "@/lib/limits/consume";
import { policies } from "@/lib/limits/policies";
import { type AttemptsSummary, mostSummaryDays, readAttemptsSummary } from "@/lib/verification/read-attempts-summary";
import { type Channel, type Counts, channels, type DayCounts } from "./count-events-by-day";

/** How codes fared over one channel. Each message counts: a code that was sent again is two. */
export type ChannelFigures = {
  channel: Channel;
  sent: number;
  /** Codes that led to a login, a registration or another proof. */
  used: number;
  notSent: number;
  wrong: number;
};

/** Our figures of a channel beside Twilio's, over the same days. */
export type ChannelComparison = { channel: Channel; ours: ChannelFigures; twilio: AttemptsSummary | null };

/** The channels by which codes were to be sent within these days; the mail, which is always there, in any case. */
export function channelFigures(days: DayCounts[]): ChannelFigures[] {
  return channels.flatMap((channel) => {
    const counts = days.map(({ byChannel }) => byChannel[channel] ?? {});
    const figures = { channel, ...figuresOf(counts) };
    const isQuiet = figures.sent + figures.used + figures.notSent + figures.wrong === 0;
    return isQuiet && channel !== "EMAIL" ? [] : [figures];
  });
}

/** Asks Twilio about the newest of these days, as many as it still knows: `comparedDays` of them. Never throws. */
export async function compareWithTwilio(
  days: DayCounts[],
): Promise<{ comparedDays: number; comparisons: ChannelComparison[] }> {
  const compared = days.slice(-mostSummaryDays);
  const since = compared[0]?.day;
  if (since === undefined) return { comparedDays: 0, comparisons: [] };
  const comparisons = await Promise.all(
    channelFigures(compared).map(async (ours) => ({
      channel: ours.channel,
      ours,
      twilio: await readAttemptsSummary(twilioNames[ours.channel], since),
    })),
  );
  return { comparedDays: compared.length, comparisons };
}

const twilioNames = { EMAIL: "email", SMS: "sms", WHATSAPP: "whatsapp", CALL: "call" } as const;

function figuresOf(counts: Counts[]) {
  const of = (...names: (keyof Counts)[]) =>
    counts.reduce((sum, day) => sum + names.reduce((some, name) => some + (day[name] ?? 0), 0), 0);
  return {
    sent: of("code_sent"),
    used: of("login_succeeded", "user_registered", "step_up_proven"),
    notSent: of("code_not_sent"),
    wrong: of("code_rejected"),
  };
}

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

/** One of the two daily budgets for sending, as the limits count it: from its first code on, for 24 hours. */
export type SendBudget = {
  used: number;
  limit: number;
  /** From here on everybody must prove work before a code is sent; null where nobody is asked. */
  slowedFrom: number | null;
  /** When the count starts anew; null while nothing was counted. */
  endsAt: Date | null;
};

/** `everybody` is DAILY_SEND_BUDGET for all; `known` is the budget beside it for browsers that have logged in before. */
export type SendBudgets = { everybody: SendBudget; known: SendBudget };

const charges = [
  { policy: "send.all.day", subject: "all" },
  { policy: "send.known.all.day", subject: "all" },
] as const satisfies Charge[];

/** What is used of the budgets that refuse, which is not the number of codes sent on a day; null where the store does not answer. */
export async function readSendBudgets(): Promise<SendBudgets | null> {
  try {
    const [everybody, known] = await readUse([...charges]);
    if (everybody === undefined || known === undefined) throw new Error("The store left out a budget.");
    const slowedFrom = policies["send.all.day"].softLimit;
    return { everybody: { ...everybody, slowedFrom }, known: { ...known, slowedFrom: null } };
  } catch (error) {
    if (error instanceof LimitsUnavailable) return null;
    throw error;
  }
}
