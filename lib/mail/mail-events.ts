import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { canonicalEmail } from "@/lib/identifier";
import { logEvent } from "@/lib/log";
import { isStorable } from "@/lib/typed-text";

/** The last second that both a JavaScript Date and a timestamptz of four-digit years can hold. */
const latestSecond = Date.UTC(9999, 11, 31) / 1_000;

const eventSchema = z.object({
  // One id that PostgreSQL cannot store would make the whole batch fail, and SendGrid would repeat it for a day.
  sg_event_id: z.string().min(1).max(200).refine(isStorable),
  event: z.string(),
  email: z.string(),
  timestamp: z.number().int().positive().max(latestSecond),
});

/** Events of a mail that did not arrive, or was not wanted, in SendGrid's words. */
const failures = new Set(["bounce", "dropped", "deferred", "spamreport"]);

/** Those by which a mail server, or SendGrid on account of an earlier refusal, says no for good. */
const refusals = new Set(["bounce", "dropped"]);

/**
 * How long after a challenge's start a refusal still speaks of its first message, in milliseconds: until the first
 * resend is possible. Later messages go to addresses with an account only, so what becomes of them is not shown.
 */
const firstMessageMs = 30_000;

/** SendGrid posts up to some thousand events at once, and posts them all again if we fail. In milliseconds. */
const transactionMs = 60_000;

/**
 * Takes in what SendGrid's Event Webhook posted: each event once, however often SendGrid repeats it. Every failure is
 * kept for the dashboard, by its kind and without the address. A refused mail is also noted on the challenges of its
 * address that were waiting for their first message.
 * This tells a visitor whether the mailbox takes our mail, and nothing about an account: an address without one is sent
 * a mail too, and that is refused in the same way (docs/decisions/refused-mail-is-told.md).
 * Gives the number of new failures, or null for a body that is no list of events.
 */
export async function takeInMailEvents(body: unknown): Promise<number | null> {
  const posted = z.array(z.unknown()).max(10_000).safeParse(body);
  if (!posted.success) return null;
  // SendGrid adds fields and kinds of events as it likes; what is not understood is passed over.
  const events = posted.data
    .flatMap((event) => eventSchema.safeParse(event).data ?? [])
    .filter(({ event }) => failures.has(event));
  if (events.length === 0) return 0;

  const refused: { kind: string; eventId: string; challenges: number }[] = [];
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
        const isNew = unseen.delete(event.sg_event_id);
        if (!isNew || address === null || !refusals.has(event.event)) continue;
        const at = new Date(event.timestamp * 1_000);
        const { count: challenges } = await transaction.challenge.updateMany({
          where: {
            address,
            refusedAt: null,
            // SendGrid's times are whole seconds, so an event may seem a second older than what caused it.
            createdAt: { gt: new Date(at.getTime() - firstMessageMs), lte: new Date(at.getTime() + 1_000) },
            expiresAt: { gt: new Date() },
          },
          data: { refusedAt: at },
        });
        refused.push({ kind: event.event, eventId: event.sg_event_id, challenges });
      }
      return added.length;
    },
    { timeout: transactionMs },
  );
  for (const fields of refused) logEvent("warn", "mail_refused", fields);
  return count;
}

/** How old a signed post may be, in seconds. SendGrid names no limit; replays are caught by event ids as well. */
const toleranceSeconds = 5 * 60;

/**
 * Whether SendGrid signed this body: ECDSA P-256 over the timestamp and the raw bytes, by the key that the Event
 * Webhook's settings show (base64 SPKI).
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 * node:crypto, because @sendgrid/eventwebhook throws on a malformed signature where it should say no.
 */
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
