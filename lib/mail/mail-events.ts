import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { db, type Transaction } from "@/lib/db/client";
import { canonicalEmail, maskEmail } from "@/lib/identifier";
import { logEvent } from "@/lib/log";
import { count as countMetric } from "@/lib/telemetry/metrics";
import { continueTrace } from "@/lib/telemetry/trace";
import { isStorable, storable } from "@/lib/typed-text";
import { cleanReply, failureReasonOf } from "./failure-reasons";

/** The last second that both Date and a four-digit timestamptz hold. */
const latestSecond = Date.UTC(9999, 11, 31) / 1_000;

const text = z.string().max(5_000).transform(storable).optional().catch(undefined);

const eventSchema = z.object({
  // One unstorable id would fail the batch, which SendGrid repeats for a day.
  sg_event_id: z.string().min(1).max(200).refine(isStorable),
  event: z.string(),
  email: z.string(),
  timestamp: z.number().int().positive().max(latestSecond),
  // Indexed, where PostgreSQL takes 2,700 bytes.
  sg_message_id: z.string().max(500).transform(storable).optional().catch(undefined),
  bounce_classification: text,
  status: text,
  reason: text,
  response: text,
  /** Of our notices, as those after it. Twilio's code mails have none: the challenge knows theirs. */
  notice: text,
  mail: z.guid().optional().catch(undefined),
  traceparent: text,
});

type MailEvent = z.output<typeof eventSchema>;

/** Not delivered or not wanted, in SendGrid's words. */
export const failures = ["bounce", "dropped", "deferred", "spamreport"];

export const arrivals = ["processed", "delivered"];

const kept = new Set([...failures, ...arrivals]);

/** Refused for good. */
const refusals = new Set(["bounce", "dropped"]);

/** A refusal within this time (ms) is about the first message. Later ones go to accounts only, so are not shown. */
const firstMessageMs = 30_000;

const noticesOfRequests = new Set(["no-account", "codes-off"]);

/** SendGrid posts thousands at once, and repeats all if we fail. In ms. */
const transactionMs = 60_000;

/** Stores each new event; notes refusals on waiting challenges (docs/decisions/refused-mail-is-told.md). Null: no list. */
export async function takeInMailEvents(body: unknown): Promise<number | null> {
  const posted = z.array(z.unknown()).max(10_000).safeParse(body);
  if (!posted.success) return null;
  const events = posted.data
    .flatMap((event) => eventSchema.safeParse(event).data ?? [])
    .filter(({ event }) => kept.has(event));
  if (events.length === 0) return 0;

  const taken: { event: MailEvent; challenges?: { traceparent: string | null }[] }[] = [];
  const count = await db().$transaction(
    async (transaction) => {
      const added = await storeEvents(transaction, events);
      const unseen = new Set(added.map(({ id }) => id));
      for (const event of events) {
        const address = canonicalEmail(event.email);
        if (!unseen.delete(event.sg_event_id) || !failures.includes(event.event)) continue;
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

/** A later event of a mail belongs to its first one's request: SendGrid tries for three days. */
async function storeEvents(transaction: Transaction, events: MailEvent[]): Promise<{ id: string }[]> {
  return await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO "MailEvent" ("id", "kind", "at", "messageId", "notice", "subjectId", "domain", "maskedAddress", "reason",
      "reply")
    SELECT posted."id", "kind", posted."at", posted."messageId", "notice",
      CASE WHEN NOT "isOfRequest" THEN "mailId" ELSE COALESCE(
        (SELECT earlier."subjectId" FROM "MailEvent" earlier
          WHERE earlier."messageId" = posted."messageId" AND earlier."subjectId" IS NOT NULL LIMIT 1),
        (SELECT asked."id" FROM "Challenge" asked
          WHERE asked."address" = posted."address"
            AND asked."createdAt" BETWEEN posted."at" - interval '3 days' AND posted."at" + interval '1 second'
          ORDER BY asked."createdAt" DESC LIMIT 1)
      ) END, "domain", "maskedAddress", "reason", "reply"
    FROM jsonb_to_recordset(${JSON.stringify(events.map(toRow))}::jsonb) AS posted (
      "id" text, "kind" text, "at" timestamptz, "messageId" text, "notice" text, "address" text, "mailId" text,
      "isOfRequest" boolean, "domain" text, "maskedAddress" text, "reason" text, "reply" text)
    ORDER BY posted."id"
    ON CONFLICT ("id") DO NOTHING
    RETURNING "id"`;
}

function toRow(event: MailEvent) {
  const address = canonicalEmail(event.email);
  const row = {
    id: event.sg_event_id,
    kind: event.event,
    at: new Date(event.timestamp * 1_000),
    messageId: event.sg_message_id,
    notice: event.notice,
    address,
    mailId: event.mail?.toLowerCase(),
    isOfRequest: event.notice === undefined || noticesOfRequests.has(event.notice),
  };
  if (!failures.includes(event.event)) return row;
  const reply = event.reason ?? event.response;
  return {
    ...row,
    domain: address?.split("@")[1],
    maskedAddress: address && maskEmail(address),
    reason: failureReasonOf(event),
    reply: reply && cleanReply(reply, event.email),
  };
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
