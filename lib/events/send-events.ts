import { randomUUID } from "node:crypto";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { describeError, logEvent } from "@/lib/log";
import { alarmRecipient } from "@/lib/mail/alarm-mails";
import { enqueueMails } from "@/lib/mail/outbox";
import { type EventTarget, eventTarget, postMessage } from "./post-message";
import { readEvents, readSettledId } from "./read-trail";
import { type TrailEvent, writeMessage } from "./webhook-message";

const stream = "webhook";

/** Many times what one try may take. */
const claimSeconds = 60;

const firstWaitSeconds = 5;
const longestWaitSeconds = 600;

const giveUpAfterHours = 24;

/** Sends the events that the receiver does not have yet, in order, for `budgetMs` (ms). `isLast`: no other is due. One
 * process at a time. Never throws. */
export async function sendDueEvents({
  target = eventTarget(),
  budgetMs = Number.POSITIVE_INFINITY,
}: {
  target?: EventTarget | null;
  budgetMs?: number;
} = {}): Promise<{ delivered: number; isLast: boolean }> {
  const endsAt = performance.now() + budgetMs;
  let delivered = 0;
  try {
    if (target === null) return { delivered, isLast: true };
    await beginStream();
    const claimed = await claimStream();
    if (claimed === null) return { delivered, isLast: true };
    const { claim, deliveredId } = claimed;
    for await (const event of readDue(deliveredId)) {
      const error = await postMessage(target, writeMessage(event));
      if (error !== null) {
        await noteFailed(claim, event, error);
        return { delivered, isLast: true };
      }
      if (!(await noteDelivered(claim, event.id))) return { delivered, isLast: true };
      delivered += 1;
      if (performance.now() < endsAt) continue;
      await release(claim);
      return { delivered, isLast: false };
    }
    await release(claim);
  } catch (error) {
    logEvent("error", "events_not_sent", describeError(error));
  }
  return { delivered, isLast: true };
}

/** The first run begins with what happens from then on. */
async function beginStream(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "EventStream" ("stream", "deliveredId")
    SELECT ${stream}, COALESCE((SELECT max("id") FROM "AuditEvent"), 0)
    WHERE NOT EXISTS (SELECT 1 FROM "EventStream" WHERE "stream" = ${stream})
    ON CONFLICT ("stream") DO NOTHING`;
}

async function claimStream(): Promise<{ claim: string; deliveredId: bigint } | null> {
  const claim = randomUUID();
  const [claimed] = await db().$queryRaw<{ deliveredId: bigint }[]>`
    UPDATE "EventStream" AS stream SET "claim" = ${claim}::uuid, "claimedUntil" = ${claimEnd}
    WHERE "stream" = ${stream}
      AND ("claimedUntil" IS NULL OR "claimedUntil" <= clock_timestamp())
      AND ("dueAt" IS NULL OR "dueAt" <= clock_timestamp())
      AND EXISTS (SELECT 1 FROM "AuditEvent" WHERE "id" > stream."deliveredId")
    RETURNING "deliveredId"`;
  return claimed === undefined ? null : { claim, ...claimed };
}

const claimEnd = Prisma.sql`clock_timestamp() + make_interval(secs => ${claimSeconds}::int)`;

/** The events after `cursor` that no running transaction can come before. */
async function* readDue(cursor: bigint): AsyncGenerator<TrailEvent> {
  for (;;) {
    const settledId = await readSettledId();
    const events = settledId === null ? [] : await readEvents(cursor, settledId);
    yield* events;
    const last = events.at(-1);
    if (last === undefined) return;
    cursor = last.id;
  }
}

/** Keeps the claim; false if it is lost. */
async function noteDelivered(claim: string, id: bigint): Promise<boolean> {
  const noted = await db().$executeRaw`${keptPlan}
    UPDATE "EventStream" SET ${passed(id)}, "deliveredAt" = clock_timestamp(), "failingSince" = NULL,
      "lastError" = NULL, "claimedUntil" = ${claimEnd}
    WHERE "claim" = ${claim}::uuid`;
  return noted === 1;
}

function passed(id: bigint): Prisma.Sql {
  return Prisma.sql`"deliveredId" = ${id}, "attempts" = 0, "triedSince" = NULL, "dueAt" = NULL`;
}

/** All wait for the next try; after a day the event is left to `npm run events:replay`. */
async function noteFailed(claim: string, event: TrailEvent, error: string): Promise<void> {
  const type = event.name;
  await db().$transaction(async (transaction) => {
    const [noted] = await transaction.$queryRaw<{ attempts: number; isOver: boolean }[]>`
      UPDATE "EventStream" SET "attempts" = "attempts" + 1, "lastError" = ${error},
        "triedSince" = COALESCE("triedSince", clock_timestamp()),
        "failingSince" = COALESCE("failingSince", clock_timestamp()),
        "dueAt" = clock_timestamp() + make_interval(secs =>
          least(${longestWaitSeconds}::int, ${firstWaitSeconds}::int * 2 ^ least("attempts", 20))),
        "claim" = NULL, "claimedUntil" = NULL
      WHERE "claim" = ${claim}::uuid
      RETURNING "attempts",
        "triedSince" <= clock_timestamp() - make_interval(hours => ${giveUpAfterHours}::int) AS "isOver"`;
    if (noted === undefined) return;
    logEvent("error", "event_not_delivered", { type, attempt: noted.attempts, reason: error });
    if (!noted.isOver) return;
    await transaction.$executeRaw`UPDATE "EventStream" SET ${passed(event.id)} WHERE "stream" = ${stream}`;
    await recordEvent(transaction, { name: "event_given_up", details: { event: String(event.id), type } });
    const facts = { event: String(event.id), type, reason: error };
    await enqueueMails(transaction, { kind: "event-alarm", facts, change: facts.event, to: alarmRecipient() });
    logEvent("error", "event_given_up", { type, id: String(event.id), reason: error });
  });
}

async function release(claim: string): Promise<void> {
  await db().$executeRaw`
    UPDATE "EventStream" SET "claim" = NULL, "claimedUntil" = NULL WHERE "claim" = ${claim}::uuid`;
}
