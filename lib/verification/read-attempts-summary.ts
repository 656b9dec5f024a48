import { z } from "zod";
import type { CodeChannel } from "@/lib/code-channels";
import { env } from "@/lib/env";
import { openVerify, readTwilioFailure } from "./twilio-client";

export type AttemptsSummary = { attempts: number; converted: number; unconverted: number; conversionPercent: number };

/** twilio.com/docs/verify/api/list-verification-attempts */
export const mostSummaryDays = 30;

const timeoutMs = 2_000;

/** In ms; Twilio allows 100 such calls a minute. */
const keepMs = 60_000;

const summarySchema = z.object({
  totalAttempts: z.number().int(),
  totalConverted: z.number().int(),
  totalUnconverted: z.number().int(),
});

type Reading = { at: number; answer: Promise<AttemptsSummary | null> };

// Bundles may have a copy of this module each.
const holder = globalThis as typeof globalThis & { shopAttemptsSummaries?: Map<string, Reading> };

/** Twilio's summary since `since` (at most `mostSummaryDays` ago), cached for a minute; null on failure. */
export async function readAttemptsSummary(channel: CodeChannel, since: Date): Promise<AttemptsSummary | null> {
  holder.shopAttemptsSummaries ??= new Map();
  const readings = holder.shopAttemptsSummaries;
  const now = Date.now();
  for (const [key, { at }] of readings) if (at + keepMs <= now) readings.delete(key);
  const key = `${channel} ${since.getTime()}`;
  const reading = readings.get(key) ?? { at: now, answer: askTwilio(channel, since) };
  readings.set(key, reading);
  return await reading.answer;
}

async function askTwilio(channel: CodeChannel, since: Date): Promise<AttemptsSummary | null> {
  const { TWILIO_VERIFY_SERVICE_SID, TWILIO_TRUSTED_VERIFY_SERVICE_SID } = env();
  const services = [TWILIO_VERIFY_SERVICE_SID, TWILIO_TRUSTED_VERIFY_SERVICE_SID].filter((sid) => sid !== undefined);
  const summaries = await Promise.all(services.map((sid) => askOfService(sid, channel, since)));
  const total = { attempts: 0, converted: 0, unconverted: 0 };
  for (const summary of summaries) {
    if (summary === null) return null;
    total.attempts += summary.totalAttempts;
    total.converted += summary.totalConverted;
    total.unconverted += summary.totalUnconverted;
  }
  return { ...total, conversionPercent: total.attempts === 0 ? 0 : (100 * total.converted) / total.attempts };
}

async function askOfService(verifyServiceSid: string, channel: CodeChannel, since: Date) {
  const { attemptsSummary, answer } = openVerify({ timeoutMs });
  try {
    return summarySchema.parse(await attemptsSummary().fetch({ verifyServiceSid, dateCreatedAfter: since, channel }));
  } catch (thrown) {
    readTwilioFailure("summary", thrown, answer);
    return null;
  }
}
