import { db } from "@/lib/db/client";
import { deleteEndedLimits } from "@/lib/limits/postgres-store";

const dayMs = 24 * 60 * 60_000;

/**
 * How long records are kept, in days. The audit trail: long enough to follow up an attack that is noticed late, short
 * enough for people who never asked to be in it (login-security.md section 7: 30 to 90 days). A challenge holds an
 * address in clear and is needed for the "This was not me" of its mail. A session, and a browser that is known, for as
 * long as they could still be used.
 */
export const keptDays = { auditEvent: 90, challenge: 7, session: 90, knownBrowser: 30, mailEvent: 7 };

/** Rows deleted in one transaction: few enough that logins need not wait for it. */
const batchSize = 10_000;

/** How many rows of each kind went. */
export type DeletedRecords = Record<keyof typeof keptDays | "limit", number>;

/**
 * Deletes what has been kept long enough: the job that `npm run db:prune` runs once a day. Safe to run at any time, twice
 * at once, and to be stopped. The audit trail lets itself be deleted from only where a transaction announces retention.
 */
export async function deleteOldRecords(now = new Date()): Promise<DeletedRecords> {
  const before = (kind: keyof typeof keptDays) => new Date(now.getTime() - keptDays[kind] * dayMs);
  const { count: challenge } = await db().challenge.deleteMany({ where: { createdAt: { lt: before("challenge") } } });
  const { count: session } = await db().session.deleteMany({
    where: { OR: [{ expires: { lt: now } }, { createdAt: { lt: before("session") } }] },
  });
  const { count: knownBrowser } = await db().knownBrowser.deleteMany({
    where: { lastSeenAt: { lt: before("knownBrowser") } },
  });
  const { count: mailEvent } = await db().mailEvent.deleteMany({ where: { receivedAt: { lt: before("mailEvent") } } });
  const auditEvent = await deleteOldEvents(before("auditEvent"));
  return { auditEvent, challenge, session, knownBrowser, mailEvent, limit: await deleteAllEndedLimits() };
}

async function deleteAllEndedLimits(): Promise<number> {
  let total = 0;
  for (let count = -1; count !== 0; total += count) count = await deleteEndedLimits();
  return total;
}

async function deleteOldEvents(before: Date): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await db().$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('myshop.audit_retention', 'on', true)`;
      return await transaction.$executeRaw`
        DELETE FROM "AuditEvent" WHERE "id" IN (
          SELECT "id" FROM "AuditEvent" WHERE "at" < ${before} ORDER BY "at" LIMIT ${batchSize}
        )`;
    });
    total += count;
    if (count < batchSize) return total;
  }
}
