import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import { type ChangedOrder, enqueueOrderMail, readChangedOrder } from "@/lib/orders/change-order";
import { endPageOf, endUnpaid, recordFailedRefund } from "./pay-order";
import { isCardOn, refundPayment, StripeFailure } from "./stripe";

const batchSize = 20;

/** Stripe's own event comes first. In ms. */
const graceMs = 60_000;

/** Longer than a try takes; a refund of a dead process is due again after it. */
const claimSeconds = 60;

/** Doubles with each try, up to an hour, and is never given up while Stripe does not answer. */
const [firstWaitSeconds, longestWaitSeconds] = [5, 3_600];

/** Cancels what was not paid in time, where Stripe did not say so itself, and gives back what is due. Safe in any number
 * of processes. Stops when Stripe does not answer; without keys, what needs Stripe waits. Never throws. */
export async function settlePayments(): Promise<{ done: number; failed: number }> {
  const settled = { done: 0, failed: 0 };
  try {
    for (const order of await findOverdue()) {
      await endUnpaid(order);
      settled.done += 1;
    }
    for (const refund of isCardOn() ? await claimRefunds() : []) {
      await tryRefund(refund);
      settled.done += 1;
    }
  } catch (error) {
    settled.failed += 1;
    if (!(error instanceof StripeFailure)) logEvent("error", "payments_not_settled", describeError(error));
  }
  return settled;
}

/** After an order was cancelled: nobody pays for it any longer, and what was paid goes back. Never throws. */
export async function settleCancelled(number: number): Promise<void> {
  await endPageOf(number);
  await settlePayments();
}

async function findOverdue() {
  return await db().order.findMany({
    where: {
      payBy: { lt: new Date(Date.now() - graceMs) },
      state: "PLACED",
      paidAt: null,
      ...(isCardOn() ? {} : { paymentId: null }),
    },
    orderBy: { payBy: "asc" },
    take: batchSize,
    select: { id: true, paymentId: true },
  });
}

type DueRefund = { paymentId: string; orderId: string; attempts: number };

/** Of two processes, one gets a refund and the other skips it. */
async function claimRefunds(): Promise<DueRefund[]> {
  return await db().$queryRaw<DueRefund[]>`
    WITH due AS MATERIALIZED (
      SELECT "paymentId" FROM "Refund" WHERE "dueAt" <= now() ORDER BY "dueAt" LIMIT ${batchSize}::int
      FOR UPDATE SKIP LOCKED
    )
    UPDATE "Refund" refund SET "attempts" = "attempts" + 1,
      "dueAt" = now() + make_interval(secs => ${claimSeconds}::int)
    FROM due WHERE refund."paymentId" = due."paymentId"
    RETURNING refund."paymentId", refund."orderId", refund."attempts"`;
}

async function tryRefund(refund: DueRefund): Promise<void> {
  try {
    await refundPayment(refund.paymentId);
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (error.kind === "REFUSED") return await noteRefused(refund);
    await noteWaiting(refund);
    throw error;
  }
  await noteRefunded(refund);
}

async function noteRefunded(refund: DueRefund): Promise<void> {
  await db().$transaction(async (transaction) => {
    const order = await closeRefund(transaction, refund, { refundedAt: new Date() });
    if (order === null) return;
    const { number, userId: subjectId } = order;
    await recordEvent(transaction, { name: "order_refunded", subjectId, details: { number } });
    await enqueueOrderMail(transaction, order, { act: "refunded", reason: null });
  });
}

async function noteRefused(refund: DueRefund): Promise<void> {
  await db().$transaction(async (transaction) => {
    const order = await closeRefund(transaction, refund, { failedAt: new Date() });
    if (order !== null) await recordFailedRefund(transaction, order);
  });
}

async function closeRefund(
  transaction: Transaction,
  { paymentId, orderId }: DueRefund,
  end: { refundedAt: Date } | { failedAt: Date },
): Promise<ChangedOrder | null> {
  const { count } = await transaction.refund.updateMany({
    where: { paymentId, dueAt: { not: null } },
    data: { ...end, dueAt: null },
  });
  return count === 0 ? null : await readChangedOrder(transaction, orderId);
}

async function noteWaiting({ paymentId, attempts }: DueRefund): Promise<void> {
  const waitSeconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(attempts - 1, 10));
  await db().refund.updateMany({
    where: { paymentId, attempts, dueAt: { not: null } },
    data: { dueAt: new Date(Date.now() + waitSeconds * 1_000) },
  });
}
