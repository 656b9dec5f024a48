import { db } from "@/lib/db/client";
import { type Charge, LimitsUnavailable, readUse } from "@/lib/limits/consume";
import { policies } from "@/lib/limits/policies";
import { failures } from "@/lib/mail/mail-events";
import { type AttemptsSummary, mostSummaryDays, readAttemptsSummary } from "@/lib/verification/read-attempts-summary";
import { type Channel, type Counts, channels, type DayCounts } from "./count-events-by-day";

/** Each message counts, resends too. */
export type ChannelFigures = {
  channel: Channel;
  sent: number;
  /** Codes that verified something. */
  used: number;
  notSent: number;
  wrong: number;
};

/** The same days at Twilio. */
export type ChannelComparison = { channel: Channel; ours: ChannelFigures; twilio: AttemptsSummary | null };

/** Channels used within these days; mail always. */
export function channelFigures(days: DayCounts[]): ChannelFigures[] {
  return channels.flatMap((channel) => {
    const counts = days.map(({ byChannel }) => byChannel[channel] ?? {});
    const figures = { channel, ...figuresOf(counts) };
    const isQuiet = figures.sent + figures.used + figures.notSent + figures.wrong === 0;
    return isQuiet && channel !== "EMAIL" ? [] : [figures];
  });
}

/** As many of the newest days as Twilio knows: `comparedDays`. Never throws. */
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

/** In SendGrid's words (twilio.com/docs/sendgrid/for-developers/tracking-events/event). */
export type MailFailures = {
  /** Refused for good. */
  bounced: number;
  /** Not tried, mostly after a bounce. */
  dropped: number;
  /** One mail may be deferred several times. */
  deferred: number;
  spam: number;
};

/** Per UTC day, in the same order. */
export async function countMailFailures(days: Date[]): Promise<MailFailures[]> {
  const from = days[0];
  if (from === undefined) return [];
  const rows = await db().$queryRaw<{ day: Date; kind: string; count: number }[]>`
    SELECT date_trunc('day', "receivedAt", 'UTC') AS "day", "kind", count(*)::int AS "count"
    FROM "MailEvent" WHERE "receivedAt" >= ${from} AND "kind" = ANY(${failures}::text[])
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

/** A daily budget: 24 hours from its first code. */
export type SendBudget = {
  used: number;
  limit: number;
  /** From here on everyone gets a bot check; null: no one. */
  slowedFrom: number | null;
  /** Null while nothing was counted. */
  endsAt: Date | null;
};

/** `known`: the budget for trusted devices. */
export type SendBudgets = { everybody: SendBudget; known: SendBudget };

const charges = [
  { policy: "send.all.day", subject: "all" },
  { policy: "send.known.all.day", subject: "all" },
] as const satisfies Charge[];

/** Null if the store does not answer. */
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
