import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { canonicalEmail } from "@/lib/identifier";
import { logEvent } from "@/lib/log";
import { count as countMetric } from "@/lib/telemetry/metrics";
import { continueTrace } from "@/lib/telemetry/trace";
import { isStorable } from "@/lib/typed-text";

/** The last second that both Date and a four-digit timestamptz hold. */
const latestSecond = Date.UTC(9999, 11, 31) / 1_000;

const eventSchema = z.object({
  // One unstorable id would fail the batch, which SendGrid repeats for a day.
  sg_event_id: z.string().min(1).max(200).refine(isStorable),
  event: z.string(),
  email: z.string(),
  timestamp: z.number().int().positive().max(latestSecond),
  /** Of our notices. Twilio's code mails have none: the challenge knows theirs. */
  traceparent: z.string().optional().catch(undefined),
});

/** Not delivered or not wanted, in SendGrid's words. */
const failures = new Set(["bounce", "dropped", "deferred", "spamreport"]);

/** Refused for good. */
const refusals = new Set(["bounce", "dropped"]);

/** A refusal within this time (ms) is about the first message. Later ones go to accounts only, so are not shown. */
const firstMessageMs = 30_000;

/** SendGrid posts thousands at once, and repeats all if we fail. In ms. */
const transactionMs = 60_000;

/** Stores each event once; notes refusals on waiting challenges (docs/decisions/refused-mail-is-told.md). */
export async function takeInMailEvents(body: unknown): Promise<number | null> {
  const posted = z.array(z.unknown()).max(10_000).safeParse(body);
  if (!posted.success) return null;
  const events = posted.data
    .flatMap((event) => eventSchema.safeParse(event).data ?? [])
    .filter(({ event }) => failures.has(event));
  if (events.length === 0) return 0;

  const taken: { event: z.output<typeof eventSchema>; challenges?: { traceparent: string | null }[] }[] = [];
  const count = await db().$transaction(
    async (transaction) => {
      const added = await transaction.mailEvent.createManyAndReturn({
        data: events.map(({ sg_event_id, event }) => ({ id: sg_event_id, kind: event })),
        skipDuplicates: true,
        select: { id: true },
      });
      const unseen = new Set(added.map(({ id }) => id));
      for (const event of events) {
        const address = canonicalEmail(event.email);
        if (!unseen.delete(event.sg_event_id)) continue;
        if (address === null || !refusals.has(event.event)) {
          taken.push({ event });
          continue;
        }
        const at = new Date(event.timestamp * 1_000);
        const challenges = await transaction.challenge.updateManyAndReturn({
          where: {
            address,
            refusedAt: null,
            // SendGrid's times are whole seconds.
            createdAt: { gt: new Date(at.getTime() - firstMessageMs), lte: new Date(at.getTime() + 1_000) },
            expiresAt: { gt: new Date() },
          },
          data: { refusedAt: at },
          select: { traceparent: true },
        });
        taken.push({ event, challenges });
      }
      return added.length;
    },
    { timeout: transactionMs },
  );
  for (const { event, challenges } of taken) {
    const { event: kind, sg_event_id: eventId } = event;
    countMetric("shop.mails.refused", { event: kind });
    const traceparent = event.traceparent ?? challenges?.[0]?.traceparent;
    await continueTrace(traceparent, "mail event", { "shop.event": kind }, async () => {
      if (challenges) logEvent("warn", "mail_refused", { kind, eventId, challenges: challenges.length });
    });
  }
  return count;
}

/** SendGrid names no limit; event ids catch replays too. */
const toleranceSeconds = 5 * 60;

/** Verifies SendGrid's ECDSA P-256 signature; @sendgrid/eventwebhook throws on malformed ones. */
export function isSignedBySendGrid(
  post: { body: Buffer; signature: string | null; timestamp: string | null },
  publicKey: string,
  now = Date.now(),
): boolean {
  const { body, signature, timestamp } = post;
  if (signature === null || timestamp === null || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > toleranceSeconds) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify("sha256", Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
