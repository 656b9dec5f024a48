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
