import { db } from "@/lib/db/client";
import { type EventTarget, postMessage } from "./post-message";
import { readEvents } from "./read-trail";
import { writeMessage } from "./webhook-message";

type Bound = bigint | Date;

export type Replay = { sent: number; failed: { id: bigint; error: string } | null };

/** Sends past events again in order, with their old `webhook-id`, beside the stream. Stops at the first that `failed`.
 * Throws if the database does not answer. */
export async function replayEvents(target: EventTarget, { from, to }: { from: Bound; to: Bound }): Promise<Replay> {
  const last = typeof to === "bigint" ? to : await findLast(to);
  let after = (typeof from === "bigint" ? from : await findFirst(from)) - 1n;
  for (let sent = 0; ; ) {
    const events = await readEvents(after, last);
    for (const event of events) {
      const error = await postMessage(target, writeMessage(event));
      if (error !== null) return { sent, failed: { id: event.id, error } };
      sent += 1;
      after = event.id;
    }
    if (events.length === 0) return { sent, failed: null };
  }
}

/** Events of one moment may have got their ids in another order than their times: look at so many. */
const moment = 1_000;

async function findFirst(from: Date): Promise<bigint> {
  const [first] = await db().$queryRaw<{ id: bigint | null }[]>`
    SELECT min("id") AS "id" FROM (
      SELECT "id" FROM "AuditEvent" WHERE "at" >= ${from} ORDER BY "at", "id" LIMIT ${moment}::int) AS "near"`;
  return first?.id ?? BigInt(Number.MAX_SAFE_INTEGER);
}

async function findLast(to: Date): Promise<bigint> {
  const [last] = await db().$queryRaw<{ id: bigint | null }[]>`
    SELECT max("id") AS "id" FROM (
      SELECT "id" FROM "AuditEvent" WHERE "at" <= ${to} ORDER BY "at" DESC, "id" DESC LIMIT ${moment}::int) AS "near"`;
  return last?.id ?? 0n;
}
