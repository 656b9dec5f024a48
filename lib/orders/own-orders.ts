import { recordOwnEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { OrderState, PaymentMethod } from "@/lib/db/generated/enums";
import type { Visitor } from "@/lib/http/visitor";
import { lockSession } from "@/lib/users/locks";
import { cancelOrder, enqueueOrderMail } from "./change-order";
import type { MemberSession } from "./place-order";

export type { OrderState };

const pageSize = 20;

/** A member's orders, newest first. `before`: a number; older ones follow. `next`: for the next page, or null. */
export async function listOwnOrders(userId: string, before: number | null) {
  const rows = await db().order.findMany({
    where: { userId, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      number: true,
      state: true,
      payment: true,
      paidAt: true,
      placedAt: true,
      totalCents: true,
      currency: true,
      lines: { select: { quantity: true } },
    },
  });
  const orders = rows.slice(0, pageSize).map(({ lines, ...order }) => ({
    ...order,
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
  return { orders, next: rows.length > pageSize ? (orders.at(-1)?.number ?? null) : null };
}

/** One of a member's own orders; null for another's number as for an unknown one. */
export async function findOwnOrder(userId: string, number: number) {
  return await db().order.findUnique({
    where: { number, userId },
    omit: { userId: true, idempotencyKey: true },
    include: {
      refunds: { select: { refundedAt: true, failedAt: true } },
      lines: {
        orderBy: { position: "asc" },
        select: { position: true, name: true, quantity: true, unitPriceCents: true },
      },
    },
  });
}

export type OrderStanding = { state: OrderState; payment: PaymentMethod; paidAt: Date | null };

export function isUnpaid({ state, payment, paidAt }: OrderStanding): boolean {
  return state === "PLACED" && payment === "CARD" && paidAt === null;
}

export function shownState(order: OrderStanding): OrderState | "UNPAID" {
  return isUnpaid(order) ? "UNPAID" : order.state;
}

type Refunds = { refundedAt: Date | null; failedAt: Date | null }[];

/** How it stands with money that goes back; null if all has, or there is none. */
export function openRefund(refunds: Refunds): "UNDER_WAY" | "FAILED" | null {
  if (refunds.some(({ failedAt }) => failedAt !== null)) return "FAILED";
  return refunds.some(({ refundedAt }) => refundedAt === null) ? "UNDER_WAY" : null;
}

type OrderTimes = Record<"placedAt" | "paidAt" | "acceptedAt" | "sentAt" | "cancelledAt", Date | null> & {
  refunds: Refunds;
};

/** What has happened to an order, and when. */
export function orderTimes({ placedAt, paidAt, acceptedAt, sentAt, cancelledAt, refunds }: OrderTimes) {
  const refunded = refunds.find(({ refundedAt }) => refundedAt !== null)?.refundedAt ?? null;
  const times = {
    placed: placedAt,
    paid: paidAt,
    accepted: acceptedAt,
    sent: sentAt,
    cancelled: cancelledAt,
    refunded,
  };
  return (Object.keys(times) as (keyof typeof times)[]).flatMap((name) => {
    const at = times[name];
    return at === null ? [] : [{ name, at }];
  });
}

/** The number in an address; null if it cannot be one. */
export function readOrderNumber(text: unknown): number | null {
  return typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Cancels a member's own order, unless staff have accepted it. A second press changes and mails nothing. */
export async function cancelOwnOrder(
  session: MemberSession,
  number: number,
  visitor: Visitor,
): Promise<"CANCELLED" | "TOO_LATE" | "UNKNOWN" | "SESSION_ENDED"> {
  const userId = session.user.id;
  return await db().$transaction(async (transaction) => {
    if ((await lockSession(transaction, session.id)) === null) return "SESSION_ENDED";
    const order = await transaction.order.findUnique({ where: { number, userId }, select: { id: true, state: true } });
    if (order === null) return "UNKNOWN";
    if (order.state === "CANCELLED") return "CANCELLED";
    const cancelled = await cancelOrder(transaction, { id: order.id, from: ["PLACED"], reason: null });
    if (cancelled === null) return "TOO_LATE";
    await recordOwnEvent(transaction, userId, visitor, { name: "order_cancelled", details: { number } });
    await enqueueOrderMail(transaction, cancelled, { act: "cancelled", reason: null });
    return "CANCELLED";
  });
}
