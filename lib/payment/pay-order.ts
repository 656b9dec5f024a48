import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, consume } from "@/lib/limits/consume";
import { logEvent } from "@/lib/log";
import { cancelOrder, enqueueOrderMail, enqueueRefund, markOrderPaid } from "@/lib/orders/change-order";
import { isUnpaid } from "@/lib/orders/own-orders";
import { chargeMember, holdMinutes, type MemberSession } from "@/lib/orders/place-order";
import {
  createPaymentPage,
  endPaymentPage,
  type PayableOrder,
  type PaymentEvent,
  type PaymentPage,
  readPaymentPage,
  StripeFailure,
} from "./stripe";

/** What Stripe asks for is 30 (docs.stripe.com/api/checkout/sessions/create, `expires_at`). */
const leastMinutes = 31;

/** `NOT_DUE`: the order's page says why. `LATE`: Stripe does not answer, or does not take this payment. */
type PaymentStart = { kind: "PAGE"; url: string } | { kind: "NOT_DUE" | "LATE" | "UNKNOWN" };

/** Where a member pays their own order. What fails halfway may be tried again. Throws TooManyRequests. */
export async function startPayment(session: MemberSession, number: number, visitor: Visitor): Promise<PaymentStart> {
  const order = await findPayable(session.user.id, number);
  if (order === null) return { kind: "UNKNOWN" };
  if (!isUnpaid(order)) return { kind: "NOT_DUE" };
  await chargeMember([chargeOf(session.user.id)], session, visitor);
  try {
    const page =
      order.paymentId === null ? await makePage(order, session.user.email) : await readPaymentPage(order.paymentId);
    if (page?.state === "OPEN" && page.url !== null) return { kind: "PAGE", url: page.url };
    if (page !== null) await takePaymentPage(page);
    return { kind: "NOT_DUE" };
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    return { kind: "LATE" };
  }
}

/** Where a member goes then: to the payment page, or to the order. */
export function paymentPath(number: number, started: PaymentStart): string {
  if (started.kind === "PAGE") return started.url;
  return `/account/orders/${number}${started.kind === "LATE" ? "?notice=PAYMENT_LATE" : ""}`;
}

const chargeOf = (userId: string): Charge => ({ policy: "payment.user.hour", subject: userId });

async function findPayable(userId: string, number: number) {
  return await db().order.findUnique({
    where: { number, userId },
    select: {
      id: true,
      number: true,
      locale: true,
      currency: true,
      state: true,
      payment: true,
      paidAt: true,
      paymentId: true,
      lines: { orderBy: { position: "asc" }, select: { name: true, quantity: true, unitPriceCents: true } },
    },
  });
}

/** Null if the order is not to be paid, or was cancelled meanwhile. */
async function makePage(order: Omit<PayableOrder, "payBy" | "email">, email: string): Promise<PaymentPage | null> {
  const payBy = await holdForPage(order.id);
  if (payBy === null) return null;
  const page = await createPaymentPage({ ...order, email, payBy });
  const { count } = await db().order.updateMany({
    where: { id: order.id, state: "PLACED", paidAt: null, OR: [{ paymentId: null }, { paymentId: page.id }] },
    data: { paymentId: page.id },
  });
  return count === 1 ? page : await endPaymentPage(page.id);
}

/** The same end for each try, and so the same page. After an outage a later one, if too little time is left. */
async function holdForPage(orderId: string): Promise<Date | null> {
  const [held] = await db().$queryRaw<{ payBy: Date }[]>`
    UPDATE "Order" SET "payBy" = CASE
      WHEN "payBy" > now() + make_interval(mins => ${leastMinutes}::int) THEN "payBy"
      ELSE now() + make_interval(mins => ${holdMinutes}::int) END
    WHERE "id" = ${orderId}::uuid AND "payment" = 'CARD' AND "state" = 'PLACED' AND "paidAt" IS NULL
      AND "paymentId" IS NULL
    RETURNING "payBy"`;
  return held?.payBy ?? null;
}

type Waiting = { id: string; paymentId: string | null; payBy: Date | null };

/** Asks Stripe about an order that a member looks at. Leaves it as it is if Stripe does not answer. */
export async function lookAtPayment(userId: string, order: Waiting): Promise<void> {
  if (!(await consume([chargeOf(userId)])).isAllowed) return;
  try {
    if (isOverdue(order)) await endUnpaid(order);
    else if (order.paymentId !== null) await takePaymentPage(await readPaymentPage(order.paymentId));
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
  }
}

export function isOverdue({ payBy }: Pick<Waiting, "payBy">, now = new Date()): boolean {
  return payBy !== null && payBy < now;
}

/** Cancels an unpaid order, after its page ended at Stripe, so that nobody pays for it. Throws StripeFailure. */
export async function endUnpaid({ id, paymentId }: Pick<Waiting, "id" | "paymentId">): Promise<void> {
  try {
    if (paymentId !== null) return await takePaymentPage(await endPaymentPage(paymentId));
  } catch (error) {
    if (!(error instanceof StripeFailure) || error.code !== "resource_missing") throw error;
  }
  await db().$transaction((transaction) => cancelUnpaid(transaction, id, paymentId));
}

/** Ends the page of an order that was cancelled. What is paid on it nevertheless is given back. Never throws. */
export async function endPageOf(number: number): Promise<void> {
  try {
    const order = await db().order.findUnique({ where: { number }, select: { paymentId: true, paidAt: true } });
    if (order?.paymentId && order.paidAt === null) await takePaymentPage(await endPaymentPage(order.paymentId));
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
  }
}

/** Does what an event says, once, however often and in whatever order events arrive. */
export async function takePaymentEvent(event: PaymentEvent): Promise<void> {
  if (event.about === "something else") return;
  await db().$transaction(async (transaction) => {
    const { id, kind } = event;
    const { count } = await transaction.paymentEvent.createMany({ data: [{ id, kind }], skipDuplicates: true });
    if (count === 0) return;
    if (event.about === "page") await takePage(transaction, event.page);
    else if (event.pageId !== null) await noteFailedRefund(transaction, event.pageId);
  });
}

async function takePaymentPage(page: PaymentPage): Promise<void> {
  await db().$transaction((transaction) => takePage(transaction, page));
}

async function takePage(transaction: Transaction, page: PaymentPage): Promise<void> {
  if (page.orderId === null) return;
  if (page.state === "PAID") await takePayment(transaction, page.orderId, page);
  if (page.state === "ENDED") await cancelUnpaid(transaction, page.orderId, page.id);
}

/** Money that no order waits for is given back: of a cancelled order, of one paid before, of another amount. */
async function takePayment(transaction: Transaction, id: string, page: PaymentPage): Promise<void> {
  const { totalCents, currency } = page;
  const paid = await markOrderPaid(transaction, { id, paymentId: page.id, totalCents, currency });
  if (paid !== null) {
    const { number, userId: subjectId } = paid;
    await recordEvent(transaction, { name: "order_paid", subjectId, details: { number, totalCents, currency } });
    if (paid.state === "CANCELLED") await enqueueRefund(transaction, paid);
    else await enqueueOrderMail(transaction, paid, { act: "paid", reason: null });
    return;
  }
  const order = await transaction.order.findUnique({
    where: { id },
    select: { id: true, number: true, userId: true, paidAt: true, paymentId: true },
  });
  // Another shop's of the same account, or one that is deleted.
  if (order === null) return logEvent("warn", "payment_without_order", { pageId: page.id });
  if (order.paidAt !== null && order.paymentId === page.id) return;
  const isNew = await enqueueRefund(transaction, { id, paymentId: page.id });
  if (!isNew) return;
  const { number, userId: subjectId } = order;
  logEvent("error", "payment_not_fitting", { number, pageId: page.id });
  await recordEvent(transaction, { name: "payment_rejected", subjectId, details: { number, totalCents, currency } });
  await cancelUnpaid(transaction, id, order.paymentId);
}

/** `paymentId`: the page that ended; if it is not the order's own, nothing happens. */
async function cancelUnpaid(transaction: Transaction, id: string, paymentId: string | null): Promise<void> {
  const cancelled = await cancelOrder(transaction, {
    id,
    from: ["PLACED"],
    reason: null,
    if: Prisma.sql`"payment" = 'CARD' AND "paidAt" IS NULL AND "paymentId" IS NOT DISTINCT FROM ${paymentId}`,
  });
  if (cancelled === null) return;
  const { number, userId: subjectId } = cancelled;
  await recordEvent(transaction, { name: "order_cancelled", subjectId, details: { number, isUnpaid: true } });
  await enqueueOrderMail(transaction, cancelled, { act: "unpaid", reason: null });
}

/** The bank has sent the money back to the shop. Staff act. */
async function noteFailedRefund(transaction: Transaction, paymentId: string): Promise<void> {
  const [refund] = await transaction.refund.updateManyAndReturn({
    where: { paymentId },
    data: { failedAt: new Date(), refundedAt: null, dueAt: null },
    select: { order: { select: { number: true, userId: true } } },
  });
  if (refund === undefined) return;
  await recordFailedRefund(transaction, refund.order);
}

type Refunded = { number: number; userId: string | null };

export async function recordFailedRefund(transaction: Transaction, { number, userId }: Refunded): Promise<void> {
  logEvent("error", "refund_failed", { number });
  await recordEvent(transaction, { name: "order_refund_failed", subjectId: userId, details: { number } });
}
